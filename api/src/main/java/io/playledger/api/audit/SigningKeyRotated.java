package io.playledger.api.audit;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Access tokens are signed with a new key.
 *
 * @param player the admin who rotated it; null for a scheduled rotation
 * @param keyId id of the new key
 * @param reason the admin's reason; null for a scheduled rotation
 */
@Revision("1")
public record SigningKeyRotated(PlayerId player, String keyId, PersonalText reason, Instant at)
    implements AuditEvent {}
