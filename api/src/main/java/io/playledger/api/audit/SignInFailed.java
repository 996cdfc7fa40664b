package io.playledger.api.audit;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A sign-in failed.
 *
 * @param player the owner of the account; null if there is no account with that e-mail address
 */
@Revision("1")
public record SignInFailed(PlayerId player, SignInFault fault, Instant at) implements AuditEvent {}
