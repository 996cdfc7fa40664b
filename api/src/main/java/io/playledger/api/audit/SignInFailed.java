package io.playledger.api.audit;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in failed.
 *
 * @param player the owner of the account; none: there is no account with that e-mail address
 */
@Revision("1")
public record SignInFailed(@Nullable PlayerId player, SignInFault fault, Instant at)
    implements AuditEvent {}
