package io.playledger.access.audit;

import io.playledger.api.audit.CredentialChange;
import io.playledger.api.audit.SignInFault;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.http.Caller;
import io.playledger.web.http.RequestOrigin;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What auditors are to know, as events in the log. E-mails and addresses never enter it; where the
 * client was is kept as a keyed hash. Sign-ins, changes and looks are durable when a method
 * returns. Failures and refusals are written a moment later, so many a player one by one and the
 * rest as a count: a storm of them does not flood the log, and takes no longer for an account that
 * exists than for one that does not.
 */
public interface AuditTrail {

  /** Somebody came in. */
  void signedIn(PlayerId player, UUID session, List<String> methods, RequestOrigin origin);

  /** Somebody was kept out; empty where there is no such account. */
  void signInFailed(Optional<PlayerId> player, SignInFault fault, RequestOrigin origin);

  /** A refresh token came twice. */
  void refreshTokenReused(PlayerId player, UUID session, RequestOrigin origin);

  /** What a player comes in with is another, by that player's own doing. */
  void credentialChanged(PlayerId player, CredentialChange change, RequestOrigin origin);

  /** The same by the doing of somebody who is logged in, such as an admin. */
  void credentialChanged(PlayerId player, CredentialChange change, Caller by);

  /**
   * Somebody looks at what is private to others; call before handing it out.
   *
   * @param what for example {@code dispute/<id>}
   */
  void viewed(Caller viewer, String what);

  /**
   * Roles did not allow it.
   *
   * @param operation method and path pattern
   */
  void refused(PlayerId player, String operation, RequestOrigin origin);

  /** Access tokens are signed with a new key; empty where nobody asked for it. */
  void signingKeyRotated(Optional<Caller> admin, String keyId, Optional<String> reason);
}
