package io.playledger.api.audit;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A count of further entries of one kind, which are not recorded one by one so that a storm of
 * attempts does not flood the log.
 *
 * @param player the player concerned; none: unknown, or too many players were counted
 * @param entries number of further entries
 * @param since time of the first of them
 */
@Revision("1")
public record AuditEntriesCounted(
    @Nullable PlayerId player, AuditKind kind, long entries, Instant since, Instant at)
    implements AuditEvent {}
