package io.playledger.benchmarks.access;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param connections of the readers, each with one request on its way
 * @param warmUp reads of either kind that are not counted: the server's compiler needs them
 * @param rounds in which each kind has its turn
 * @param turn how long one kind is read at a time
 * @param readsPerSecond beside the logins, at a pace that waits for nobody
 * @param logins under way at the same time, each into an account of its own
 * @param storm how long they go on, and how long is read without them before
 */
record AccessSize(
    int connections,
    Duration warmUp,
    int rounds,
    Duration turn,
    int readsPerSecond,
    int logins,
    Duration storm) {

  static AccessSize full() {
    return new AccessSize(
        64, Duration.ofSeconds(20), 8, Duration.ofSeconds(3), 200, 50, Duration.ofSeconds(15));
  }

  static AccessSize smoke() {
    return new AccessSize(
        4, Duration.ofMillis(500), 1, Duration.ofMillis(500), 50, 4, Duration.ofSeconds(2));
  }
}
