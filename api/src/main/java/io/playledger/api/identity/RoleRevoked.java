package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A role of a player was revoked. */
@Revision("1")
public record RoleRevoked(PlayerId player, Role role, PersonalText reason, Instant at)
    implements IdentityEvent {}
