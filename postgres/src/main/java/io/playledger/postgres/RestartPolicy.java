package io.playledger.postgres;

import java.time.Duration;

/**
 * How often, and how soon, a PostgreSQL that died is started again.
 *
 * @param attemptsMax starts in a row without success, or with a new death before {@code
 *     settledAfter}; then it is left down
 * @param firstPause before the second attempt; the first comes at once. Doubles with each
 * @param pauseMax longest pause between two attempts
 * @param settledAfter a PostgreSQL that has run this long has recovered for good
 */
public record RestartPolicy(
    int attemptsMax, Duration firstPause, Duration pauseMax, Duration settledAfter) {

  private static final int DOUBLINGS_MAX = 20;

  /** Refuses less than one attempt. */
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

  /** What to wait before this attempt, counted from 1. */
  Duration pauseBefore(int attempt) {
    if (attempt <= 1) {
      return Duration.ZERO;
    }
    Duration pause = firstPause.multipliedBy(1L << Math.min(attempt - 2, DOUBLINGS_MAX));
    return pause.compareTo(pauseMax) > 0 ? pauseMax : pause;
  }
}
