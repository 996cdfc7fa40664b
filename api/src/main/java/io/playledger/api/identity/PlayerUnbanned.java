package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The ban of a player was lifted. */
@Revision("1")
public record PlayerUnbanned(PlayerId player, PersonalText reason, Instant at)
    implements IdentityEvent {}
