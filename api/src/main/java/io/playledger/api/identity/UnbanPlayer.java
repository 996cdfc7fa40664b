package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;

/**
 * Lets a banned player in again.
 *
 * @param reason why, by the moderator or admin who lifts the ban
 */
public record UnbanPlayer(PlayerId player, PersonalText reason, Instant at)
    implements IdentityCommand<Void> {}
