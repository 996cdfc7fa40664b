package io.playledger.verification.report;

import io.playledger.verification.day.Stage;
import io.playledger.verification.http.Session;
import io.playledger.verification.model.ClientLedger;
import io.playledger.verification.plan.Currency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Every wallet holds to the unit what the client reckons from the acknowledged commands. */
final class WalletsCheck implements Check {

  private static final Duration HOLDS_END_MAX = Duration.ofSeconds(60);

  @Override
  public String title() {
    return "Wallets against the client's own books";
  }

  @Override
  public List<String> run(Evidence evidence) {
    long seen = evidence.seen();
    List<Session> players = evidence.stage().players();
    int equal = 0;
    for (int number = 0; number < players.size(); number++) {
      players.get(number).saw(seen);
      equal += compare(evidence, number, players.get(number)) ? 1 : 0;
    }
    List<String> lines = new ArrayList<>();
    lines.add(equal + " of " + players.size() + " wallets equal in every currency, nothing held");
    return lines;
  }

  private static boolean compare(Evidence evidence, int number, Session player) {
    JsonNode wallet =
        evidence
            .watch()
            .until(player, "wallet.read", "/wallet", WalletsCheck::nothingHeld, HOLDS_END_MAX);
    ClientLedger books = evidence.day().ledger();
    boolean equal = true;
    for (Currency currency : Currency.values()) {
      long expected = books.balance(Stage.account(number), currency);
      JsonNode balance = balance(wallet, currency);
      boolean same =
          currency.units(balance.path("posted").asString("0")) == expected
              && currency.units(balance.path("available").asString("0")) == expected
              && currency.units(balance.path("held").asString("0")) == 0;
      if (!same) {
        equal = false;
        evidence
            .findings()
            .add(
                "wallet differs",
                player.username()
                    + " should have "
                    + currency.decimal(expected)
                    + " "
                    + currency
                    + ", shows "
                    + balance);
      }
    }
    return equal;
  }

  private static boolean nothingHeld(JsonNode wallet) {
    for (JsonNode balance : wallet.path("balances")) {
      if (!balance.path("held").asString("0").matches("0(\\.0*)?")) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode balance(JsonNode wallet, Currency currency) {
    for (JsonNode balance : wallet.path("balances")) {
      if (currency.name().equals(balance.path("asset").asString(""))) {
        return balance;
      }
    }
    return wallet.path("none");
  }
}
