package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;

/**
 * Forgets who a player is.
 *
 * @param reason why, by the admin who erases; null where the player asks
 */
public record ErasePlayer(PlayerId player, PersonalText reason, Instant at)
    implements IdentityCommand<Void> {}
