package io.playledger.verification.proof.check;

import io.playledger.verification.http.Pause;
import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.DatabaseSnapshot;
import io.playledger.verification.proof.log.OpenProcesses;
import io.playledger.verification.proof.log.OpenProcesses.Waiting;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Gives the platform limited time to finish everything that was due at the start of the check:
 * processors at the head, deadlines met, processes ended, and as many stored sagas as open
 * processes.
 */
final class SagasCheck {

  private static final long LOOK_MILLIS = 250;

  private final DataSource database;
  private final Duration patience;
  private final List<OpenProcesses> processes = ProofContexts.processes();
  private long seenTo;

  SagasCheck(DataSource database, Duration patience) {
    this.database = database;
    this.patience = patience;
  }

  CheckResult run() throws SQLException {
    long begin = System.nanoTime();
    Instant due = null;
    long head = 0;
    while (true) {
      try (DatabaseSnapshot snapshot = DatabaseSnapshot.of(database)) {
        if (due == null) {
          due = snapshot.takenAt();
          head = snapshot.head();
        }
        List<String> left = left(snapshot, head, due);
        Duration waited = Duration.ofNanos(System.nanoTime() - begin);
        if (left.isEmpty() || waited.compareTo(patience) > 0) {
          CheckProblems problems = new CheckProblems(CheckName.SAGAS_FINISHED);
          left.forEach(problems::add);
          return problems.result(
              "%s, waited %.1f s".formatted(bySaga(), waited.toMillis() / 1_000.0));
        }
      }
      Pause.millis(LOOK_MILLIS);
    }
  }

  private List<String> left(DatabaseSnapshot snapshot, long head, Instant due) {
    snapshot.scan("position > ? AND payload_type ~ ?", processes, seenTo, events());
    seenTo = snapshot.head();
    List<String> left = new ArrayList<>();
    for (OpenProcesses kind : processes) {
      for (Waiting late : kind.dueBefore(due)) {
        left.add("%s was to %s from %s on".formatted(late.id(), late.what(), late.due()));
      }
    }
    boolean quiet = processorsBehind(snapshot, head, left) && left.isEmpty();
    snapshot
        .sql()
        .query(
            """
            SELECT task_name, task_instance, execution_time, consecutive_failures
            FROM axon.scheduled_tasks WHERE execution_time < ?::timestamptz
            """,
            row -> {
              left.add(
                  "the deadline %s %s was due at %s and failed %d times"
                      .formatted(
                          row.getString(1), row.getString(2), row.getString(3), row.getInt(4)));
            },
            due.toString());
    if (quiet) {
      countSagas(snapshot, left);
    }
    return left;
  }

  /** Whether all processors have reached the very end, rather than the end of a moment ago. */
  private static boolean processorsBehind(DatabaseSnapshot snapshot, long head, List<String> left) {
    boolean[] atTheEnd = {true};
    snapshot
        .sql()
        .query(
            """
            SELECT processor_name, segment, coalesce((token::json->>'globalIndex')::bigint, 0)
            FROM axon.token_entry
            WHERE processor_name LIKE 'projections.%' OR processor_name LIKE 'sagas.%'
            """,
            row -> {
              atTheEnd[0] &= row.getLong(3) >= snapshot.head();
              if (row.getLong(3) < head) {
                left.add(
                    "%s, segment %d, is at position %d of %d"
                        .formatted(row.getString(1), row.getInt(2), row.getLong(3), head));
              }
            });
    return atTheEnd[0];
  }

  private void countSagas(DatabaseSnapshot snapshot, List<String> left) {
    Map<String, Long> kept = new HashMap<>();
    snapshot
        .sql()
        .query(
            "SELECT saga_type, count(*) FROM axon.saga_entry GROUP BY saga_type",
            row -> {
              kept.put(row.getString(1), row.getLong(2));
            });
    bySaga()
        .forEach(
            (saga, open) -> {
              long there = kept.getOrDefault(saga, 0L);
              if (there != open) {
                left.add("%s: %d processes are open, %d are kept".formatted(saga, open, there));
              }
            });
  }

  /** How many processes are open, by the stored name of the saga that leads them. */
  private Map<String, Integer> bySaga() {
    return processes.stream()
        .collect(
            Collectors.toMap(
                OpenProcesses::saga, OpenProcesses::count, (one, _) -> one, TreeMap::new));
  }

  /** A pattern for the types of events that any process goes by. */
  private String events() {
    return processes.stream()
        .flatMap(kind -> kind.events().stream())
        .collect(Collectors.joining("|", "\\.(", ")$"));
  }
}
