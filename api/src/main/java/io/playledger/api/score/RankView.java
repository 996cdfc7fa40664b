package io.playledger.api.score;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place on a board.
 *
 * @param rank from 1
 * @param username none: the read table of players does not have the player yet
 * @param reachedAt when this score was reached: the earlier of two equal scores ranks higher
 */
public record RankView(
    long rank, PlayerId playerId, @Nullable String username, long score, Instant reachedAt) {}
