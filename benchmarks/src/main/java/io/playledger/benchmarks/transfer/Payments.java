package io.playledger.benchmarks.transfer;

import java.util.Arrays;
import java.util.UUID;

/** What one connection was told: the transfers that the server acknowledged, and their times. */
final class Payments {

  private static final int AT_FIRST = 1 << 12;

  private Payment[] all = new Payment[AT_FIRST];
  private int count;

  /**
   * A transfer that was acknowledged.
   *
   * @param from number of the player who paid
   * @param position of its last event
   * @param nanos from sending to the whole answer
   * @param counted whether it was sent after the warm-up
   */
  record Payment(
      UUID key, int from, int to, long units, long position, long nanos, boolean counted) {}

  void add(Payment payment) {
    if (count == all.length) {
      all = Arrays.copyOf(all, 2 * count);
    }
    all[count++] = payment;
  }

  Payment[] all() {
    return Arrays.copyOf(all, count);
  }
}
