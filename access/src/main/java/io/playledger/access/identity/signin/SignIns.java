package io.playledger.access.identity.signin;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.session.Client;
import io.playledger.access.identity.session.EndReason;
import io.playledger.access.identity.session.OpenSession;
import io.playledger.access.identity.session.Proof;
import io.playledger.access.identity.session.Sessions;
import io.playledger.access.identity.token.AccessTokens;
import io.playledger.api.audit.SignInFault;
import io.playledger.api.identity.Role;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens and refreshes sessions of authenticated players. */
public final class SignIns {

  private final Accounts accounts;
  private final Sessions sessions;
  private final AccessTokens tokens;
  private final AuditTrail audit;
  private final Clock clock;

  SignIns(
      Accounts accounts, Sessions sessions, AccessTokens tokens, AuditTrail audit, Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  /** A player with an open session. */
  public record Entry(
      Account account, Set<Role> roles, AccessTokens.Issued access, OpenSession session) {}

  /** Opens a session. Throws ACCOUNT_BANNED. */
  Entry enter(Account account, Client client, Proof proof) {
    requireNotBanned(account, client);
    OpenSession session = sessions.open(account.id(), client, proof);
    audit.signedIn(account.id(), session.id(), proof.methods(), client.origin());
    return entry(account, session);
  }

  /** Opens a session, and ends it again if a final check throws. */
  public Entry onlyIf(Runnable look, Entry entry) {
    try {
      look.run();
      return entry;
    } catch (ApiProblem changed) {
      sessions.end(entry.account().id(), entry.session().id(), EndReason.CREDENTIALS_CHANGED);
      throw changed;
    }
  }

  /** Exchanges a refresh token. Throws SESSION_ENDED and ACCOUNT_BANNED. */
  Entry refresh(String token, Client client) {
    return switch (sessions.refresh(token, client)) {
      case Sessions.Refresh.Renewed renewed -> stay(renewed.session(), client);
      case Sessions.Refresh.Reused reused -> {
        audit.refreshTokenReused(reused.player(), reused.session(), client.origin());
        throw ApiProblem.of(TransportCode.SESSION_ENDED);
      }
      case Sessions.Refresh.Unknown unknown -> throw ApiProblem.of(TransportCode.SESSION_ENDED);
    };
  }

  private Entry stay(OpenSession session, Client client) {
    Account account =
        accounts
            .find(session.player())
            .orElseThrow(() -> ApiProblem.of(TransportCode.SESSION_ENDED));
    requireNotBanned(account, client);
    return entry(account, session);
  }

  private Entry entry(Account account, OpenSession session) {
    Set<Role> roles = accounts.roles(account.id());
    return new Entry(account, roles, tokens.issue(session, roles), session);
  }

  private void requireNotBanned(Account account, Client client) {
    Optional<Account.Ban> ban = account.banAt(clock.instant());
    if (ban.isPresent()) {
      audit.signInFailed(Optional.of(account.id()), SignInFault.BANNED, client.origin());
      throw ApiProblem.of(
          TransportCode.ACCOUNT_BANNED,
          ban.get()
              .until()
              .map(Instant::toString)
              .map(until -> Map.of("until", until))
              .orElse(Map.of()));
    }
  }
}
