package io.playledger.server.ops;

import io.playledger.eventstore.chain.ChainCheckpoint;
import io.playledger.eventstore.chain.ChainReport;
import io.playledger.eventstore.chain.ChainVerifier;

/**
 * Verifies the chain in steps, so that each request ends in bounded time, and remembers its
 * progress. One verification runs at a time.
 */
final class ChainAudit {

  private static final long EVENTS_A_CALL_MAX = 200_000;

  private final ChainVerifier verifier;
  private ChainCheckpoint reached = ChainCheckpoint.START;

  ChainAudit(ChainVerifier verifier) {
    this.verifier = verifier;
  }

  synchronized ChainReport advance(boolean restart) {
    ChainReport report =
        verifier.verify(
            restart ? ChainCheckpoint.START : reached, EVENTS_A_CALL_MAX, (verified, head) -> {});
    reached = report.fault().isPresent() ? ChainCheckpoint.START : report.verified();
    return report;
  }
}
