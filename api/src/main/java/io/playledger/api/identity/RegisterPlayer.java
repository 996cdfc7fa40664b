package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;

/** Registers a player and opens the player's wallet in the same append. */
public record RegisterPlayer(PlayerId player, PersonalText username, Instant at)
    implements IdentityCommand<Void> {}
