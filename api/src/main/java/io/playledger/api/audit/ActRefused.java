package io.playledger.api.audit;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A player attempted an operation that their roles or the scopes of their key do not allow.
 *
 * @param operation method and path pattern, for example {@code POST /api/v1/admin/assets}
 */
@Revision("1")
public record ActRefused(PlayerId player, String operation, Instant at) implements AuditEvent {}
