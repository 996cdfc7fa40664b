package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import java.time.Instant;

/** Registers a player and opens the player's wallet in the same append. */
@RejectedFor(
    value = {"PLAYER_ALREADY_EXISTS"},
    never = {"WALLET_ALREADY_OPEN"})
public record RegisterPlayer(PlayerId player, PersonalText username, Instant at)
    implements IdentityCommand<Void> {}
