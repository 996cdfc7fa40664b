package io.playledger.api.audit;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * A refresh token was used a second time, so its session was ended: one of its two bearers must
 * have stolen it.
 */
@Revision("1")
public record RefreshTokenReused(PlayerId player, UUID session, Instant at) implements AuditEvent {}
