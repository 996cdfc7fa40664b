package io.playledger.api.audit;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Somebody was kept out.
 *
 * @param player whose account it was; null where there is none with that e-mail
 */
@Revision("1")
public record SignInFailed(PlayerId player, SignInFault fault, Instant at) implements AuditEvent {}
