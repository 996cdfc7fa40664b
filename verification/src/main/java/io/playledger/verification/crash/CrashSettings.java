package io.playledger.verification.crash;

import io.playledger.verification.day.DaySize;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of the crash loop.
 *
 * @param run tag that keeps the names of this run apart from those of others on the same data
 * @param rounds kills, half of them the server's
 * @param seed of the market and of the kills
 * @param clients at work at the same time
 * @param players whom they play
 * @param data folder of the server
 * @param command starts the server on that folder
 */
record CrashSettings(
    String run, int rounds, long seed, int clients, int players, Path data, List<String> command) {

  // more than a round has time for
  private static final int TRADES_PER_ROUND = 500;
  private static final int TRANSFERS_PER_ROUND = 2_000;
  private static final int HOLDS_PER_ROUND = 100;

  CrashSettings {
    if (rounds < 1 || rounds > 1_000) {
      throw new IllegalArgumentException("--rounds is 1 to 1000, not " + rounds);
    }
    command = List.copyOf(command);
  }

  /** A market that will not run out of trades before the last round. */
  DaySize market() {
    int trades = enough(TRADES_PER_ROUND);
    return new DaySize(
        players, trades, trades, trades / 20, enough(TRANSFERS_PER_ROUND), enough(HOLDS_PER_ROUND));
  }

  private int enough(int perRound) {
    return Math.min(DaySize.TRADES_MAX, perRound * rounds);
  }
}
