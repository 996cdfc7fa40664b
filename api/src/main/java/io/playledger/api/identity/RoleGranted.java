package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A role was granted to a player. */
@Revision("1")
public record RoleGranted(PlayerId player, Role role, @Nullable PersonalText reason, Instant at)
    implements IdentityEvent {}
