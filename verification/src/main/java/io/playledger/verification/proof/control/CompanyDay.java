package io.playledger.verification.proof.control;

import io.playledger.verification.http.ApiCall;
import java.time.Duration;
import java.util.UUID;

/** A day with a little of everything, so that every check has data. */
final class CompanyDay {

  /** More events than a wallet has between snapshots. */
  private static final int CREDITS = 205;

  private static final Duration LONG = Duration.ofHours(1);

  private CompanyDay() {}

  static void live(Company company) {
    for (int player = 0; player < Company.PLAYERS; player++) {
      company.credit(player, 10_000);
      company.score(player, 10L + player);
    }
    for (int i = 0; i < CREDITS; i++) {
      company.credit(5, 1);
    }
    for (int i = 0; i < 12; i++) {
      company.transfer(i % Company.PLAYERS, (i + 1) % Company.PLAYERS, 10 + i);
    }
    ApiCall tooMuch = company.transferCall(0, 1, 1_000_000_000).keyed(UUID.randomUUID());
    company.send(tooMuch);
    company.send(tooMuch);
    company.capture(1, company.placeHold(0, 1, 50, LONG), 20);
    company.release(2, company.placeHold(1, 2, 30, LONG));
    company.placeHold(2, 3, 40, LONG);
    String expiring = company.placeHold(3, 4, 25, Company.SOON);

    String completed = company.trade(0, 1, company.list(1, 100));
    company.deliver(1, completed);
    company.confirm(0, completed);
    company.review(0, completed);
    company.trade(2, 3, company.list(3, 200));
    company.trade(4, 3, company.list(3, 1_000_000));
    company.list(5, 60);
    company.awaitHoldGone(3, expiring, Duration.ofSeconds(10));
    // last, so that there is a transfer at the end of the log
    company.transfer(4, 5, 1);
  }
}
