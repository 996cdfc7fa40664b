package io.playledger.access.identity.signin;

import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.EmailAddresses;
import io.playledger.access.identity.session.Client;
import io.playledger.access.identity.session.Sessions;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimiter;
import io.playledger.web.problem.ApiProblem;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Limits guesses at the password of one account from changing addresses, which rates per address do
 * not catch. It counts the e-mail address of each attempt, whether or not such an account exists.
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

  /**
   * Throws RATE_LIMITED, except from an address at which the owner has signed in before, so that
   * others cannot lock the owner out.
   */
  void admit(String email, Optional<Account> account, Client client) {
    try {
      limits.spendOn(RateGroup.AUTH, "login/" + HexFormat.of().formatHex(emails.hash(email)));
    } catch (ApiProblem tooMany) {
      if (account.filter(some -> sessions.hasSignedInFrom(some.id(), client)).isEmpty()) {
        throw tooMany;
      }
    }
  }
}
