package io.playledger.api.audit;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Somebody tried what their roles do not allow.
 *
 * @param operation method and path pattern, for example {@code POST /api/v1/admin/assets}
 */
@Revision("1")
public record ActRefused(PlayerId player, String operation, Instant at) implements AuditEvent {}
