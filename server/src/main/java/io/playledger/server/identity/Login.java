package io.playledger.server.identity;

import io.playledger.api.identity.Role;
import io.playledger.server.http.ApiProblem;
import io.playledger.server.http.RequestOrigin;
import io.playledger.server.http.TransportCode;
import java.util.Optional;
import java.util.Set;

/**
 * Logs in by e-mail and password. Whether there is no such account or the password is wrong: the
 * answer is the same and takes as long.
 */
final class Login {

  private final Registration registration;
  private final Accounts accounts;
  private final Passwords passwords;
  private final AccessTokens tokens;

  Login(Registration registration, Accounts accounts, Passwords passwords, AccessTokens tokens) {
    this.registration = registration;
    this.accounts = accounts;
    this.passwords = passwords;
    this.tokens = tokens;
  }

  /** Somebody is in. */
  record Session(Account account, Set<Role> roles, AccessTokens.Issued issued) {}

  Session login(String email, String password, RequestOrigin origin) {
    Optional<Account> found = registration.find(email);
    boolean right =
        found.isPresent()
            ? passwords.matches(password, found.get().passwordHash())
            : passwords.matchesNobody(password);
    if (!right || found.isEmpty()) {
      throw ApiProblem.of(TransportCode.CREDENTIALS_REJECTED);
    }
    Account account = found.get();
    if (account.state() == Account.State.REGISTERING) {
      registration.admit(account, origin);
    }
    Set<Role> roles = accounts.rolesOfActive(account.id()).orElse(Set.of());
    return new Session(account, roles, tokens.issue(account.id(), roles));
  }
}
