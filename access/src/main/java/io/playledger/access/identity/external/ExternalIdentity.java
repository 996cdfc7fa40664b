package io.playledger.access.identity.external;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A way into an account through another site.
 *
 * @param subject the id that the provider gives the person; for its owner only
 * @param name what the provider called the person when it was linked; for its owner only
 * @param usedAt when somebody last came in by it
 */
public record ExternalIdentity(
    UUID id,
    PlayerId player,
    String provider,
    String subject,
    Optional<String> name,
    Instant linkedAt,
    Instant usedAt) {

  /** Never shows who it is. */
  @Override
  public String toString() {
    return "ExternalIdentity[" + id + ", " + provider + "]";
  }
}
