package io.playledger.api.audit;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens are signed with a new key.
 *
 * @param player the admin who rotated it; none: a scheduled rotation
 * @param keyId id of the new key
 * @param reason the admin's reason; none: a scheduled rotation
 */
@Revision("1")
public record SigningKeyRotated(
    @Nullable PlayerId player, String keyId, @Nullable PersonalText reason, Instant at)
    implements AuditEvent {}
