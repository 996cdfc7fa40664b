package io.playledger.api.score;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * A place on a board.
 *
 * @param rank from 1
 * @param reachedAt when this score was reached: the earlier of two equal scores ranks higher
 */
public record RankView(
    long rank, PlayerId playerId, String username, long score, Instant reachedAt) {}
