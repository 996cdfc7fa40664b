package io.playledger.api.score;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A player's score was incremented.
 *
 * @param delta points added
 * @param total points on this board afterwards
 */
@Revision("1")
public record ScoreIncremented(PlayerId player, BoardId board, long delta, long total, Instant at)
    implements ScoreEvent {}
