package io.playledger.benchmarks.transfer;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param players who pay each other, at least 2
 * @param connections each with one request on its way
 * @param warmUp load that is not counted: the server's compiler needs it
 * @param slice load that is counted
 * @param aside load of what the transfers are compared with
 */
record TransferSize(int players, int connections, Duration warmUp, Duration slice, Duration aside) {

  static TransferSize full() {
    return new TransferSize(
        1_000, 64, Duration.ofSeconds(90), Duration.ofSeconds(20), Duration.ofSeconds(8));
  }

  static TransferSize smoke() {
    return new TransferSize(
        20, 8, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1));
  }
}
