package io.playledger.access.audit;

import io.playledger.api.audit.CredentialChange;
import io.playledger.api.audit.SignInFault;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.Refusals;
import io.playledger.web.authority.RequestOrigin;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Records audit events in the log. They contain no e-mail addresses, and the client's address only
 * as a keyed hash. Sign-ins, changes and accesses are durable when a method returns. Failures and
 * denials are written a moment later, a limited number per player singly and the rest as a count,
 * so that a storm of them does not flood the log, and takes the same time whether or not an account
 * exists.
 */
public interface AuditTrail extends Refusals {

  /** A player signed in. */
  void signedIn(PlayerId player, UUID session, List<String> methods, RequestOrigin origin);

  /** A sign-in failed; the player is empty if there is no such account. */
  void signInFailed(Optional<PlayerId> player, SignInFault fault, RequestOrigin origin);

  /** A refresh token was used twice. */
  void refreshTokenReused(PlayerId player, UUID session, RequestOrigin origin);

  /** A player changed one of their own credentials. */
  void credentialChanged(PlayerId player, CredentialChange change, RequestOrigin origin);

  /** A signed-in caller, for example an admin, changed a credential of a player. */
  void credentialChanged(PlayerId player, CredentialChange change, Caller by);

  /**
   * A caller reads private data of others. Call this before the data is returned.
   *
   * @param what the data, for example {@code dispute/<id>}
   */
  void viewed(Caller viewer, String what);

  /** The signing key was rotated; the player is empty for a scheduled rotation. */
  void signingKeyRotated(Optional<Caller> admin, String keyId, Optional<String> reason);
}
