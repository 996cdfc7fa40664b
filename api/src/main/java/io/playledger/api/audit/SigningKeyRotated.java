package io.playledger.api.audit;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Access tokens are signed with a new key.
 *
 * @param player the admin who asked for it; null where its time had come
 * @param keyId of the new key
 * @param reason why; null where its time had come
 */
@Revision("1")
public record SigningKeyRotated(PlayerId player, String keyId, PersonalText reason, Instant at)
    implements AuditEvent {}
