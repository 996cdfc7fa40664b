package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A player was registered with the role {@code player}. */
@Revision("1")
public record PlayerRegistered(PlayerId player, PersonalText username, Instant at)
    implements IdentityEvent {}
