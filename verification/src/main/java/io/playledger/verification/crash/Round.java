package io.playledger.verification.crash;

import java.util.OptionalLong;

/**
 * The results of one round.
 *
 * @param number from 1
 * @param pid process id of the killed process
 * @param struckMillis time from the start of the round to the kill
 * @param answered requests of all clients that got an answer in the round
 * @param acknowledged commands among them that succeeded
 * @param retried attempts without an answer, or with a request to retry
 * @param downMillis time from the kill until commands succeeded again; empty if they never did
 */
record Round(
    int number,
    Victim victim,
    long pid,
    long struckMillis,
    long answered,
    long acknowledged,
    long retried,
    OptionalLong downMillis) {

  String line(int rounds) {
    String end =
        downMillis.isPresent()
            ? "serves again after %4.1f s".formatted(seconds(downMillis.getAsLong()))
            : "DOES NOT SERVE AGAIN";
    return "round %2d/%d  %-10s killed after %3.1f s, process %d; answered %4d, done %4d, unknown or unavailable %3d; %s"
        .formatted(
            number,
            rounds,
            victim.label(),
            seconds(struckMillis),
            pid,
            answered,
            acknowledged,
            retried,
            end);
  }

  private static double seconds(long millis) {
    return millis / 1000.0;
  }
}
