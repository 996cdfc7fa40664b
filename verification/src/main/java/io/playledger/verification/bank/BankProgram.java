package io.playledger.verification.bank;

import io.playledger.verification.Arguments;
import io.playledger.verification.marketday.MarketDaySettings;
import io.playledger.verification.server.RunFailed;
import io.playledger.verification.server.ServerCommand;
import java.nio.file.Path;
import java.util.Set;

/**
 * What {@code ./playledger bank} does: see {@link BankRun}. Exit status 0 where the verdict is
 * clean, 1 where it is not, 2 for invalid options.
 */
public final class BankProgram {

  private static final int TRANSFERS = 20_000;
  private static final int HOT = 10;
  private static final int COLD = 1_000;
  private static final int CLIENTS = 64;

  private BankProgram() {}

  /** See the class. */
  public static void main(String[] given) {
    try {
      BankRun run = new BankRun(settings(given), System.out, System.err, _ -> {});
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(run::stop));
      System.exit(run.play() ? 0 : 1);
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    } catch (RunFailed failed) {
      System.err.println(failed.getMessage());
      System.out.println("VERDICT: NOT CLEAN: the bank test could not be played");
      System.exit(1);
    }
  }

  private static BankSettings settings(String[] given) {
    Arguments arguments =
        Arguments.parse(
            given, Set.of("transfers", "seed", "hot", "cold", "clients", "data"), Set.of());
    String run = MarketDaySettings.freshRun();
    Path data = Path.of(arguments.text("data", "target/bank/" + run));
    return new BankSettings(
        run,
        number(arguments, "transfers", TRANSFERS),
        arguments.number("seed", System.currentTimeMillis()),
        number(arguments, "hot", HOT),
        number(arguments, "cold", COLD),
        number(arguments, "clients", CLIENTS),
        data,
        ServerCommand.on(data, ServerCommand.MANY_SNAPSHOTS));
  }

  private static int number(Arguments arguments, String name, int otherwise) {
    return Math.toIntExact(arguments.number(name, otherwise));
  }
}
