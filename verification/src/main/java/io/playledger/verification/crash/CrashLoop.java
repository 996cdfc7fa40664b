package io.playledger.verification.crash;

import io.playledger.postgres.PostgresServer;
import io.playledger.verification.http.Pause;
import io.playledger.verification.measure.Pulse;
import io.playledger.verification.server.RunFailed;
import io.playledger.verification.server.ServerProcess;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Kills the server or its PostgreSQL at random times while clients send commands, and waits each
 * time until commands succeed again.
 */
final class CrashLoop {

  private static final int STRIKE_MILLIS_MIN = 300;
  private static final int STRIKE_MILLIS_MAX = 3_500;
  private static final long BACK_MILLIS_MAX = 120_000;
  private static final long LOOK_MILLIS = 50;

  private static final long DONE_AGAIN = 5;

  private final int rounds;
  private final Random random;
  private final ServerProcess server;
  private final Path postgres;
  private final PrintStream out;
  private final List<Round> played = new ArrayList<>();

  /**
   * @param postgres folder of the server's embedded PostgreSQL
   * @param out takes a line a round
   */
  CrashLoop(int rounds, long seed, ServerProcess server, Path postgres, PrintStream out) {
    this.rounds = rounds;
    this.random = new Random(seed);
    this.server = server;
    this.postgres = postgres;
    this.out = out;
  }

  /** Runs all rounds. Stops if nothing is served after one. */
  void run(Pulse pulse) {
    int number = 0;
    for (Victim victim : Victim.dealt(rounds, random)) {
      Round round = round(++number, victim, pulse);
      played.add(round);
      out.println(round.line(rounds));
      if (round.downMillis().isEmpty()) {
        return;
      }
    }
  }

  /** The completed rounds. */
  List<Round> played() {
    return List.copyOf(played);
  }

  /** Whether all rounds were run, and the server recovered after each. */
  boolean servedAgain() {
    return played.size() == rounds
        && played.stream().allMatch(round -> round.downMillis().isPresent());
  }

  private Round round(int number, Victim victim, Pulse pulse) {
    long answered = pulse.answered().getAsLong();
    long acknowledged = pulse.acknowledged().getAsLong();
    long retried = pulse.retried().getAsLong();
    long begin = System.nanoTime();
    Pause.millis(random.nextInt(STRIKE_MILLIS_MIN, STRIKE_MILLIS_MAX));
    long strike = System.nanoTime();
    long pid = kill(victim);
    boolean back = startedAgain(victim, pid) && commandsDone(pulse);
    long end = System.nanoTime();
    return new Round(
        number,
        victim,
        pid,
        millis(strike - begin),
        pulse.answered().getAsLong() - answered,
        pulse.acknowledged().getAsLong() - acknowledged,
        pulse.retried().getAsLong() - retried,
        back ? OptionalLong.of(millis(end - strike)) : OptionalLong.empty());
  }

  private long kill(Victim victim) {
    return switch (victim) {
      case SERVER -> {
        long pid = server.pid();
        server.kill();
        yield pid;
      }
      case POSTGRES -> {
        ProcessHandle postmaster =
            PostgresServer.postmasterOn(postgres)
                .orElseThrow(() -> new RunFailed("No PostgreSQL runs on " + postgres));
        postmaster.destroyForcibly();
        yield postmaster.pid();
      }
    };
  }

  /** This program restarts the server; the server restarts its PostgreSQL. */
  private boolean startedAgain(Victim victim, long killed) {
    return switch (victim) {
      case SERVER -> {
        server.start();
        yield true;
      }
      case POSTGRES ->
          within(
              () ->
                  PostgresServer.postmasterOn(postgres)
                      .filter(found -> found.pid() != killed)
                      .isPresent());
    };
  }

  private static boolean commandsDone(Pulse pulse) {
    long then = pulse.acknowledged().getAsLong();
    return within(() -> pulse.acknowledged().getAsLong() >= then + DONE_AGAIN);
  }

  private static boolean within(BooleanSupplier there) {
    long end = System.nanoTime() + BACK_MILLIS_MAX * 1_000_000;
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Pause.millis(LOOK_MILLIS);
    }
    return true;
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }
}
