package io.playledger.verification.proof.check;

import io.playledger.verification.journal.JournalEntry;
import io.playledger.verification.journal.JournalEntry.Answered;
import io.playledger.verification.journal.JournalEntry.CheckpointKept;
import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.DatabaseSnapshot;
import java.util.HexFormat;
import java.util.List;

/** Checks that everything recorded outside the database is still in it. */
final class TruncationCheck implements JournalCheck {

  private final DatabaseSnapshot snapshot;
  private final CheckProblems problems = new CheckProblems(CheckName.LOG_NOT_TRUNCATED);
  private long checkpoints;
  private long acknowledgements;

  TruncationCheck(DatabaseSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public void see(JournalEntry entry) {
    if (entry instanceof CheckpointKept kept) {
      checkpoints++;
      compare(kept);
    } else if (entry instanceof Answered answered && answered.acknowledged()) {
      acknowledgements++;
      if (answered.position() > snapshot.head()) {
        problems.at(
            answered.position(),
            "acknowledged at %s, but the log ends at %d: %s"
                .formatted(answered.at(), snapshot.head(), answered.request().brief()));
      }
    }
  }

  private void compare(CheckpointKept kept) {
    List<byte[]> hashes =
        snapshot
            .sql()
            .query(
                "SELECT hash FROM event_store.chain WHERE last_position = ?",
                (row, _) -> row.getBytes(1),
                kept.position());
    String there = hashes.isEmpty() ? "none" : HexFormat.of().formatHex(hashes.getFirst());
    if (!there.equals(kept.hash())) {
      problems.at(
          kept.position(),
          "the chain kept at %s had the hash %s here, now it has %s"
              .formatted(kept.at(), kept.hash(), there));
    }
  }

  @Override
  public CheckResult result() {
    if (checkpoints + acknowledgements == 0) {
      return CheckResult.notApplicable(
          CheckName.LOG_NOT_TRUNCATED, "nothing was kept outside (--journal)");
    }
    return problems.result(
        "%d checkpoints, %d acknowledged positions".formatted(checkpoints, acknowledgements));
  }
}
