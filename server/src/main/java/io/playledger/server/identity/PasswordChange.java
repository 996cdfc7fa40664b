package io.playledger.server.identity;

import io.playledger.api.identity.PlayerId;
import io.playledger.server.http.ApiProblem;
import io.playledger.server.http.TransportCode;

/** Changes a password for whoever knows the current one. */
final class PasswordChange {

  private final Accounts accounts;
  private final Passwords passwords;

  PasswordChange(Accounts accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  void change(PlayerId player, String current, String wanted) {
    Account account =
        accounts.find(player).orElseThrow(() -> ApiProblem.of(TransportCode.UNAUTHENTICATED));
    if (!passwords.matches(current, account.passwordHash())) {
      throw ApiProblem.of(TransportCode.CREDENTIALS_REJECTED);
    }
    accounts.changePassword(player, passwords.hash(wanted), false);
  }
}
