package io.playledger.verification.proof.check;

import io.playledger.verification.journal.JournalReader;
import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.ContextProof;
import io.playledger.verification.proof.log.DatabaseSnapshot;
import io.playledger.verification.proof.log.LogCheck;
import io.playledger.verification.proof.log.LogObserver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs checks on a database, with or without a running server. First it waits for due processes to
 * finish, on its own node if no server runs. Everything else is read in one snapshot.
 */
public final class Checker {

  private final CheckTarget target;
  private final CheckSettings settings;
  private final DataSource database;
  private final List<CheckResult> results = new ArrayList<>();
  private @Nullable PlatformNode node;

  public Checker(CheckTarget target, CheckSettings settings) {
    this.target = target;
    this.settings = settings;
    this.database = target.database().dataSource();
  }

  /**
   * Runs them.
   *
   * @throws SQLException when the database cannot be read at all
   */
  public CheckReport run() throws SQLException {
    try {
      if (wants(CheckName.SAGAS_FINISHED)) {
        letFinish();
      }
      try (DatabaseSnapshot snapshot = DatabaseSnapshot.of(database)) {
        look(snapshot);
        results.removeIf(result -> !wants(result.check()));
        results.sort(Comparator.comparing(CheckResult::check));
        return new CheckReport(snapshot.head(), results);
      }
    } finally {
      if (node != null) {
        node.close();
      }
    }
  }

  private boolean wants(CheckName check) {
    return settings.checks().contains(check);
  }

  private void letFinish() throws SQLException {
    if (!target.serverRuns()) {
      // a claim of the server that ended could bind for longer than is worth waiting
      node =
          PlatformNode.active(
              target.database(),
              target.dataFolder(),
              List.of("--playledger.runtime.node-id=single"),
              List.of());
    }
    results.add(new SagasCheck(database, settings.patience()).run());
  }

  private void look(DatabaseSnapshot snapshot) {
    lookAtLog(snapshot);
    lookAtJournals(snapshot);
    guarded(CheckName.DEAD_LETTERS_EXPLAINED, () -> new DeadLettersCheck(snapshot).run());
    guarded(
        CheckName.SNAPSHOTS_EQUAL_EVENTS,
        () -> new SnapshotsCheck(snapshot, node(), settings.snapshotsMax()).run());
    guarded(CheckName.READ_TABLES_EQUAL_REPLAY, () -> new ReplayCheck(node().rebuilder()).run());
  }

  private void lookAtLog(DatabaseSnapshot snapshot) {
    List<ContextProof> contexts = ProofContexts.of(snapshot);
    List<LogCheck> checks = new ArrayList<>();
    checks.add(new LogShapeCheck(snapshot));
    if (wants(CheckName.CHAIN_INTACT)) {
      checks.add(new ChainCheck(snapshot, database));
    }
    List<LogObserver> observers = new ArrayList<>(checks);
    contexts.forEach(context -> observers.addAll(context.observers()));
    snapshot.scan(observers);
    checks.forEach(check -> results.add(check.result()));
    contexts.forEach(context -> results.addAll(context.results()));
  }

  private void lookAtJournals(DatabaseSnapshot snapshot) {
    List<JournalCheck> checks =
        List.of(
            new AcknowledgementCheck(snapshot),
            new RejectionCheck(snapshot),
            new TruncationCheck(snapshot));
    if (!settings.journals().isEmpty()) {
      JournalReader.of(settings.journals())
          .forEach(entry -> checks.forEach(check -> check.see(entry)));
    }
    checks.forEach(check -> results.add(check.result()));
  }

  /** A check that fails to run is not clean, and does not prevent the others. */
  private void guarded(CheckName name, Supplier<CheckResult> check) {
    if (!wants(name)) {
      return;
    }
    try {
      results.add(check.get());
    } catch (RuntimeException e) {
      CheckProblems problems = new CheckProblems(name);
      problems.add("could not be carried out: " + e);
      results.add(problems.result(""));
    }
  }

  private PlatformNode node() {
    if (node == null) {
      node = PlatformNode.passive(target.database(), target.dataFolder());
    }
    return node;
  }
}
