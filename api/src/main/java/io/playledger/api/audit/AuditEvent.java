package io.playledger.api.audit;

import io.playledger.api.Event;
import io.playledger.api.identity.PlayerId;
import org.jspecify.annotations.Nullable;

/** Events for auditors. Their metadata has a keyed hash of the client's address. */
public sealed interface AuditEvent extends Event
    permits SignInSucceeded,
        SignInFailed,
        RefreshTokenReused,
        CredentialChanged,
        PrivateDataViewed,
        ActRefused,
        SigningKeyRotated,
        AuditEntriesCounted {

  /** The player concerned; none: unknown. */
  @Nullable PlayerId player();

  /** The identifier of the stream: one per player, and one for unknown players. */
  default String stream() {
    PlayerId player = player();
    return "audit-" + (player == null ? "nobody" : player.toString());
  }
}
