package io.playledger.postgres;

import java.time.Duration;

/**
 * How often and how soon a dead PostgreSQL is restarted.
 *
 * @param attemptsMax failed restarts in a row, including those that die again before {@code
 *     settledAfter}; after that it stays down
 * @param firstPause before the second attempt; the first is immediate. It doubles with each attempt
 * @param pauseMax longest pause between two attempts
 * @param settledAfter running time after which a PostgreSQL counts as recovered
 */
public record RestartPolicy(
    int attemptsMax, Duration firstPause, Duration pauseMax, Duration settledAfter) {

  private static final int DOUBLINGS_MAX = 20;

  /** Requires at least one attempt. */
  public RestartPolicy {
    if (attemptsMax < 1) {
      throw new IllegalArgumentException("attemptsMax must be positive, not " + attemptsMax);
    }
  }

  /** Ten attempts in about a minute and a half; settled after half a minute. */
  public static RestartPolicy defaults() {
    return new RestartPolicy(
        10, Duration.ofMillis(250), Duration.ofSeconds(30), Duration.ofSeconds(30));
  }

  /** The pause before this attempt, counted from 1. */
  Duration pauseBefore(int attempt) {
    if (attempt <= 1) {
      return Duration.ZERO;
    }
    Duration pause = firstPause.multipliedBy(1L << Math.min(attempt - 2, DOUBLINGS_MAX));
    return pause.compareTo(pauseMax) > 0 ? pauseMax : pause;
  }
}
