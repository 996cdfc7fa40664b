package io.playledger.api.audit;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * Somebody came in.
 *
 * @param session the sign-in, which claim {@code sid} of its tokens names
 * @param methods how they proved who they are, in the words of RFC 8176, with a space between;
 *     {@code fed} where another site vouched for them
 */
@Revision("1")
public record SignInSucceeded(PlayerId player, UUID session, String methods, Instant at)
    implements AuditEvent {}
