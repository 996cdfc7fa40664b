package io.playledger.access.identity.external;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A linked identity at another site.
 *
 * @param subject the provider's id of the person; for its owner only
 * @param name name of the person at the provider when it was linked; for its owner only
 * @param usedAt time of the last sign-in with it
 */
public record ExternalIdentity(
    UUID id,
    PlayerId player,
    String provider,
    String subject,
    Optional<String> name,
    Instant linkedAt,
    Instant usedAt) {

  /** Does not contain the person's data. */
  @Override
  public String toString() {
    return "ExternalIdentity[" + id + ", " + provider + "]";
  }
}
