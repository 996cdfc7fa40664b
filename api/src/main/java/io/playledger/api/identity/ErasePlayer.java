package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;

/**
 * Erases the personal data of a player.
 *
 * @param reason the admin's reason; null if the player requests it
 */
public record ErasePlayer(PlayerId player, PersonalText reason, Instant at)
    implements IdentityCommand<Void> {}
