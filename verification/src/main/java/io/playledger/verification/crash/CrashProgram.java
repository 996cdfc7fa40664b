package io.playledger.verification.crash;

import io.playledger.verification.Arguments;
import io.playledger.verification.marketday.MarketDaySettings;
import io.playledger.verification.server.RunFailed;
import io.playledger.verification.server.ServerCommand;
import java.nio.file.Path;
import java.util.Set;

/**
 * What {@code ./playledger crash} does: see {@link CrashRun}. Exit status 0 where the verdict is
 * clean, 1 where it is not, 2 for invalid options.
 */
public final class CrashProgram {

  private static final int ROUNDS = 10;
  private static final int CLIENTS = 32;
  private static final int PLAYERS = 48;

  private CrashProgram() {}

  /** See the class. */
  public static void main(String[] given) {
    try {
      CrashSettings settings = settings(given);
      CrashRun run = new CrashRun(settings, System.out, System.err, _ -> {});
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(run::stop));
      boolean clean = run.play();
      System.exit(clean ? 0 : 1);
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    } catch (RunFailed failed) {
      System.err.println(failed.getMessage());
      System.out.println("VERDICT: NOT CLEAN: the crash loop could not be played");
      System.exit(1);
    }
  }

  private static CrashSettings settings(String[] given) {
    Arguments arguments =
        Arguments.parse(given, Set.of("rounds", "seed", "clients", "players", "data"), Set.of());
    String run = MarketDaySettings.freshRun();
    Path data = Path.of(arguments.text("data", "target/crash/" + run));
    return new CrashSettings(
        run,
        Math.toIntExact(arguments.number("rounds", ROUNDS)),
        arguments.number("seed", System.currentTimeMillis()),
        Math.toIntExact(arguments.number("clients", CLIENTS)),
        Math.toIntExact(arguments.number("players", PLAYERS)),
        data,
        ServerCommand.on(data, ServerCommand.shortRun(8, 4, 8)));
  }
}
