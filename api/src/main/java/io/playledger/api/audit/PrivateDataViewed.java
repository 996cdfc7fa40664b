package io.playledger.api.audit;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Somebody whose role allows it looked at what is private to others.
 *
 * @param player who looked
 * @param what was looked at, for example {@code dispute/<id>} or {@code mail-outbox}
 */
@Revision("1")
public record PrivateDataViewed(PlayerId player, String what, Instant at) implements AuditEvent {}
