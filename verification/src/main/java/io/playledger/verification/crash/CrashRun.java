package io.playledger.verification.crash;

import io.playledger.verification.journal.Journal;
import io.playledger.verification.journal.JournalReader;
import io.playledger.verification.marketday.MarketDay;
import io.playledger.verification.marketday.MarketDaySettings;
import io.playledger.verification.measure.Pulse;
import io.playledger.verification.proof.check.DataFolderCheck;
import io.playledger.verification.server.ServerFolder.Admin;
import io.playledger.verification.server.ServerProcess;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts the server, runs market and crash loop against it, stops it, and runs all checks. */
final class CrashRun {

  private static final double MILLIS_PER_SECOND = 1_000;

  private final CrashSettings settings;
  private final PrintStream out;
  private final PrintStream progress;
  private final ServerProcess server;
  private final Consumer<URI> atLast;

  /**
   * @param out takes a line a round and the reports
   * @param atLast run when the last round is over and the market still goes on
   */
  CrashRun(CrashSettings settings, PrintStream out, PrintStream progress, Consumer<URI> atLast) {
    this.atLast = atLast;
    this.settings = settings;
    this.out = out;
    this.progress = progress;
    this.server = ServerProcess.on(settings.data(), settings.command(), progress);
  }

  /** Whether nothing was lost, doubled or left unfinished. */
  boolean play() {
    Admin admin = server.startWithAdmin();
    Path journalFile =
        settings.data().resolve("journal").resolve(settings.run() + JournalReader.SUFFIX);
    CrashLoop loop =
        new CrashLoop(
            settings.rounds(), settings.seed(), server, settings.data().resolve("postgres"), out);
    out.println(
        "Crash loop: %d rounds, %d clients, seed %d, data in %s"
            .formatted(settings.rounds(), settings.clients(), settings.seed(), settings.data()));
    List<String> found = new ArrayList<>();
    try (Journal journal = Journal.open(journalFile)) {
      MarketDaySettings market =
          new MarketDaySettings(
              server.url(),
              settings.seed(),
              settings.run(),
              admin.email(),
              admin.password(),
              settings.market(),
              settings.clients());
      Consumer<Pulse> rounds =
          pulse -> {
            loop.run(pulse);
            atLast.accept(server.url());
          };
      if (!new MarketDay(market, out, progress).playAlong(rounds, journal, List.of())) {
        found.add("the clients' books differ");
      }
    } finally {
      stop();
    }
    if (!loop.servedAgain()) {
      found.add("not served again");
    }
    out.println();
    if (!DataFolderCheck.run(settings.data(), List.of(journalFile), out)) {
      found.add("the checker found something");
    }
    out.println();
    out.println(summary(loop.played()));
    out.println(
        found.isEmpty() ? "VERDICT: clean" : "VERDICT: NOT CLEAN: " + String.join(", ", found));
    return found.isEmpty();
  }

  private static String summary(List<Round> rounds) {
    return Stream.of(Victim.values())
        .map(victim -> summary(victim, rounds))
        .collect(Collectors.joining("; "));
  }

  private static String summary(Victim victim, List<Round> rounds) {
    LongSummaryStatistics down =
        rounds.stream()
            .filter(round -> round.victim() == victim)
            .flatMapToLong(round -> round.downMillis().stream())
            .summaryStatistics();
    return "%s killed %d times, served again after %.1f s on average, %.1f s at most"
        .formatted(
            victim.label(),
            down.getCount(),
            down.getAverage() / MILLIS_PER_SECOND,
            Math.max(0, down.getMax()) / MILLIS_PER_SECOND);
  }

  /** Ends the server, also one that is left in the middle. */
  void stop() {
    server.stop();
  }
}
