package io.playledger.verification.proof.check;

import io.playledger.eventstore.chain.ChainReport;
import io.playledger.eventstore.chain.ChainVerifier;
import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.DatabaseSnapshot;
import io.playledger.verification.proof.log.EventDigests;
import io.playledger.verification.proof.log.LogCheck;
import io.playledger.verification.proof.log.LogRow;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the hash chain from the rows by its documented format, and compares the result with
 * the platform's own verifier.
 */
final class ChainCheck implements LogCheck {

  private static final int PAGE = 200;

  private final DatabaseSnapshot snapshot;
  private final DataSource database;
  private final CheckProblems problems = new CheckProblems(CheckName.CHAIN_INTACT);
  private final Deque<ChainBatch> page = new ArrayDeque<>();
  private @Nullable ChainBatch batch;
  private long chainedTo;
  private byte[] chainedHash = EventDigests.beginning();
  private long seenInBatch;
  private long batches;
  private boolean broken;

  ChainCheck(DatabaseSnapshot snapshot, DataSource database) {
    this.snapshot = snapshot;
    this.database = database;
  }

  @Override
  public void see(LogRow row) {
    while (!broken && (batch == null || row.position() > batch.last()) && advance()) {
      // to the batch that should have it
    }
    if (broken) {
      return;
    }
    if (batch == null || !batch.covers(row.position())) {
      problems.at(row.position(), "in no batch of the chain: " + row.brief());
    } else {
      seenInBatch++;
      if (!batch.hasDigest(row.position(), EventDigests.of(row))) {
        problems.at(row.position(), "not the event that was written: " + row.brief());
      }
    }
  }

  private boolean advance() {
    leave();
    if (page.isEmpty()) {
      page.addAll(
          snapshot
              .sql()
              .query(
                  "SELECT %s FROM event_store.chain WHERE last_position > ? ORDER BY last_position LIMIT %d"
                      .formatted(ChainBatch.COLUMNS, PAGE),
                  (row, _) -> new ChainBatch(row),
                  chainedTo));
    }
    ChainBatch next = page.poll();
    if (next == null) {
      return false;
    }
    batches++;
    if (!next.continues(chainedTo, chainedHash)) {
      problems.at(next.first(), "the batch does not continue the one that ends at " + chainedTo);
      broken = true;
    } else if (!next.sound()) {
      problems.at(next.first(), "the batch's hash is not that of its contents");
      broken = true;
    }
    chainedTo = next.last();
    chainedHash = next.hash();
    batch = next;
    return true;
  }

  private void leave() {
    if (batch != null && !broken && seenInBatch != batch.last() - batch.first() + 1) {
      problems.at(
          batch.first(),
          "the batch to %d has %d events in the log".formatted(batch.last(), seenInBatch));
    }
    batch = null;
    seenInBatch = 0;
  }

  @Override
  public void ended() {
    while (!broken && advance()) {
      // batches without any event left
    }
    ChainReport own = new ChainVerifier(database, "event_store").verify();
    own.fault()
        .ifPresent(
            fault ->
                problems.at(fault.position(), "the platform's own verifier: " + fault.reason()));
  }

  @Override
  public CheckResult result() {
    return problems.result(batches + " batches to position " + chainedTo);
  }
}
