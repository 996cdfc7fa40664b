package io.playledger.api.audit;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * More of the same happened than is written down one by one: so a storm of attempts does not flood
 * the log.
 *
 * @param player whose conduct it was; null where nobody is known, or too many were
 * @param entries how many more there were
 * @param since when the first of them was
 */
@Revision("1")
public record AuditEntriesCounted(
    PlayerId player, AuditKind kind, long entries, Instant since, Instant at)
    implements AuditEvent {}
