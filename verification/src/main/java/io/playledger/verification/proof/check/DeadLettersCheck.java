package io.playledger.verification.proof.check;

import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.DatabaseSnapshot;

/** Finds dead letters that were neither handled nor discarded with a reason. */
final class DeadLettersCheck {

  private final DatabaseSnapshot snapshot;

  DeadLettersCheck(DatabaseSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  CheckResult run() {
    CheckProblems problems = new CheckProblems(CheckName.DEAD_LETTERS_EXPLAINED);
    snapshot
        .sql()
        .query(
            """
            SELECT position, processor, event_type, sequence, attempts,
              coalesce(cause, 'waits behind an earlier one')
            FROM axon.dead_letter
            WHERE discarded_at IS NULL OR coalesce(trim(discard_reason), '') = ''
            ORDER BY position
            """,
            row -> {
              problems.at(
                  row.getLong(1),
                  "%s could not handle %s of %s in %d attempts: %s"
                      .formatted(
                          row.getString(2),
                          row.getString(3),
                          row.getString(4),
                          row.getInt(5),
                          row.getString(6).lines().findFirst().orElse("")));
            });
    long dropped =
        snapshot.number("SELECT count(*) FROM axon.dead_letter WHERE discarded_at IS NOT NULL");
    return problems.result(dropped + " dropped with a reason");
  }
}
