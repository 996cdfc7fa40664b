package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Erases the personal data of a player.
 *
 * @param reason the admin's reason; none: the player requests it
 */
@RejectedFor(
    value = {"PLAYER_ERASED", "PLAYER_NOT_FOUND", "STAFF_ROLE_HELD"},
    never = {"WALLET_NOT_FOUND"})
public record ErasePlayer(PlayerId player, @Nullable PersonalText reason, Instant at)
    implements IdentityCommand<Void> {}
