package io.playledger.verification.proof.check;

import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.DatabaseSnapshot;
import io.playledger.verification.proof.log.LogCheck;
import io.playledger.verification.proof.log.LogRow;
import org.springframework.jdbc.core.JdbcTemplate;

/** Positions, sequences and ids of the log: from the beginning, without gap, without twin. */
final class LogShapeCheck implements LogCheck {

  private final DatabaseSnapshot snapshot;
  private final CheckProblems problems = new CheckProblems(CheckName.LOG_GAPLESS);
  private long last;
  private long events;

  LogShapeCheck(DatabaseSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public void see(LogRow row) {
    events++;
    if (row.position() == last) {
      problems.at(row.position(), "a second event here: " + row.brief());
    } else if (row.position() != last + 1) {
      problems.at(
          last + 1, "no event, the next is at %d: %s".formatted(row.position(), row.brief()));
    }
    last = row.position();
  }

  @Override
  public void ended() {
    if (last != snapshot.head()) {
      problems.at(last, "the last event; the hash chain ends at " + snapshot.head());
    }
    JdbcTemplate sql = snapshot.sql();
    sql.query(
        """
        SELECT aggregate_id, min(sequence_number), max(sequence_number), count(*),
          count(DISTINCT sequence_number)
        FROM event_store.events GROUP BY aggregate_id
        HAVING min(sequence_number) <> 0 OR max(sequence_number) + 1 <> count(*)
          OR count(DISTINCT sequence_number) <> count(*)
        """,
        row -> {
          problems.add(
              "aggregate %s: sequences %d to %d, %d events, %d different"
                  .formatted(
                      row.getString(1),
                      row.getLong(2),
                      row.getLong(3),
                      row.getLong(4),
                      row.getLong(5)));
        });
    sql.query(
        """
        SELECT event_id, count(*), min(position), max(position)
        FROM event_store.events GROUP BY event_id HAVING count(*) > 1
        """,
        row -> {
          problems.add(
              "event id %s: %d times, positions %d to %d"
                  .formatted(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
        });
  }

  @Override
  public CheckResult result() {
    return problems.result(events + " events");
  }
}
