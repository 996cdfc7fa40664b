package io.playledger.access.identity;

import io.playledger.access.identity.session.Client;
import io.playledger.access.identity.session.Sessions;
import io.playledger.web.http.ApiProblem;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimiter;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Slows down who guesses the password of one account from ever new addresses, whom rates by address
 * do not see. Counted is the e-mail address that is tried, whether or not anybody has it.
 */
final class GuessBrake {

  private final RateLimiter limits;
  private final EmailAddresses emails;
  private final Sessions sessions;

  GuessBrake(RateLimiter limits, EmailAddresses emails, Sessions sessions) {
    this.limits = limits;
    this.emails = emails;
    this.sessions = sessions;
  }

  /** RATE_LIMITED, but not where the owner was let in before: else others could lock them out. */
  void admit(String email, Optional<Account> account, Client client) {
    try {
      limits.spendOn(RateGroup.AUTH, "login/" + HexFormat.of().formatHex(emails.hash(email)));
    } catch (ApiProblem tooMany) {
      if (account.filter(some -> sessions.haveBeenAt(some.id(), client)).isEmpty()) {
        throw tooMany;
      }
    }
  }
}
