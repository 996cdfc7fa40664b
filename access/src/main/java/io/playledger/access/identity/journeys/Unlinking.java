package io.playledger.access.identity.journeys;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.external.ExternalIdentities;
import io.playledger.access.identity.external.ExternalIdentity;
import io.playledger.access.identity.session.EndReason;
import io.playledger.access.identity.session.Sessions;
import io.playledger.access.identity.token.OneTimeTokens;
import io.playledger.api.audit.CredentialChange;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Unlinks identities from accounts, except the last way to sign in, and ends other sessions. */
final class Unlinking {

  private final Accounts accounts;
  private final ExternalIdentities identities;
  private final OneTimeTokens tokens;
  private final Sessions sessions;
  private final TransactionTemplate transactions;
  private final AuditTrail audit;

  Unlinking(
      Accounts accounts,
      ExternalIdentities identities,
      OneTimeTokens tokens,
      Sessions sessions,
      TransactionTemplate transactions,
      AuditTrail audit) {
    this.accounts = accounts;
    this.identities = identities;
    this.tokens = tokens;
    this.sessions = sessions;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** Unlinks an identity. Throws NOT_FOUND, LAST_WAY_IN. */
  void unlink(SignedIn signedIn, UUID identity, RequestOrigin origin) {
    PlayerId player = signedIn.player();
    transactions.executeWithoutResult(status -> unlinkLocked(player, identity));
    sessions.endAllBut(player, signedIn.session(), EndReason.CREDENTIALS_CHANGED);
    audit.credentialChanged(player, CredentialChange.IDENTITY_UNLINKED, origin);
  }

  /**
   * Locks the account, so that the second of two parallel requests sees the result of the first.
   */
  private void unlinkLocked(PlayerId player, UUID identity) {
    accounts.lock(player);
    List<ExternalIdentity> linked = identities.of(player);
    if (linked.stream().map(ExternalIdentity::id).noneMatch(identity::equals)) {
      throw ApiProblem.of(TransportCode.NOT_FOUND, "You have no identity with that id.");
    }
    boolean password =
        accounts
            .find(player)
            .filter(account -> account.passwordHash().isPresent() && account.emailVerified())
            .isPresent();
    if (linked.size() == 1 && !password) {
      throw ApiProblem.of(TransportCode.LAST_WAY_IN);
    }
    identities.delete(player, identity);
    tokens.forget(player, OneTimeTokens.Purpose.SECOND_FACTOR_AFTER_PROVIDER);
  }
}
