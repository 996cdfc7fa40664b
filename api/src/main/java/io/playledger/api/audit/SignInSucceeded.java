package io.playledger.api.audit;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * A player signed in.
 *
 * @param session id of the session, which the claim {@code sid} of its tokens names
 * @param methods the authentication methods in the terms of RFC 8176, separated by spaces; {@code
 *     fed} for a sign-in through another site
 */
@Revision("1")
public record SignInSucceeded(PlayerId player, UUID session, String methods, Instant at)
    implements AuditEvent {}
