package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import java.time.Instant;

/**
 * Erases the personal data of a player.
 *
 * @param reason the admin's reason; null if the player requests it
 */
@RejectedFor(
    value = {"PLAYER_ERASED", "PLAYER_NOT_FOUND", "STAFF_ROLE_HELD"},
    never = {"WALLET_NOT_FOUND"})
public record ErasePlayer(PlayerId player, PersonalText reason, Instant at)
    implements IdentityCommand<Void> {}
