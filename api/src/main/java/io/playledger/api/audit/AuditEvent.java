package io.playledger.api.audit;

import io.playledger.api.Event;
import io.playledger.api.identity.PlayerId;

/** Events for auditors. Where the client was stands in the metadata, as a keyed hash. */
public sealed interface AuditEvent extends Event
    permits SignInSucceeded,
        SignInFailed,
        RefreshTokenReused,
        CredentialChanged,
        PrivateDataViewed,
        ActRefused,
        SigningKeyRotated,
        AuditEntriesCounted {

  /** Whose conduct it is; null where that is nobody known. */
  PlayerId player();

  /** Names the stream: one a player, and one for nobody known. */
  default String stream() {
    return "audit-" + (player() == null ? "nobody" : player().toString());
  }
}
