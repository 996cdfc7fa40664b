package io.playledger.api.audit;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A member of staff read private data of others.
 *
 * @param player the reader
 * @param what the data that was read, for example {@code dispute/<id>} or {@code mail-outbox}
 */
@Revision("1")
public record PrivateDataViewed(PlayerId player, String what, Instant at) implements AuditEvent {}
