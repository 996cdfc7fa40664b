package io.playledger.verification.marketday;

import io.playledger.verification.Arguments;
import io.playledger.verification.day.DaySize;
import java.net.URI;
import java.util.Map;

/**
 * What to play, and where.
 *
 * @param run tag that keeps the names and keys of this run apart; the same tag asks the same again
 * @param atATime scripts that are played at the same time
 */
public record MarketDaySettings(
    URI url,
    long seed,
    String run,
    String adminEmail,
    String adminPassword,
    DaySize size,
    int atATime) {

  private static final String RUN_SHAPE = "[a-z0-9]{1,12}";

  public MarketDaySettings {
    if (!run.matches(RUN_SHAPE)) {
      throw new IllegalArgumentException("--run is 1 to 12 of a-z and 0-9, not " + run);
    }
    if (atATime < 1 || atATime > 1000) {
      throw new IllegalArgumentException("--at-a-time is 1 to 1000");
    }
  }

  /** From options that were given; the others as on the day of the issue. */
  public static MarketDaySettings of(Arguments arguments, Map<String, String> environment) {
    DaySize whole = DaySize.whole();
    int trades = (int) arguments.number("trades", whole.trades());
    int disputes = Math.min(whole.disputes(), DaySize.disputesMax(trades));
    return new MarketDaySettings(
        URI.create(arguments.text("url", "http://127.0.0.1:8080")),
        arguments.number("seed", 1),
        arguments.text("run", freshRun()),
        environment.getOrDefault("PLAYLEDGER_ADMIN_EMAIL", ""),
        environment.getOrDefault("PLAYLEDGER_ADMIN_PASSWORD", ""),
        new DaySize(
            (int) arguments.number("players", whole.players()),
            (int) arguments.number("listings", whole.listings()),
            trades,
            (int) arguments.number("disputes", disputes)),
        (int) arguments.number("at-a-time", 32));
  }

  /** A tag that no earlier run had. */
  public static String freshRun() {
    return Long.toString(System.currentTimeMillis(), 36);
  }

  /** The same at another server. */
  public MarketDaySettings at(URI other, String email, String password) {
    return new MarketDaySettings(other, seed, run, email, password, size, atATime);
  }
}
