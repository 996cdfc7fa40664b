package io.playledger.verification.proof.check;

import io.playledger.verification.proof.escrow.EscrowProof;
import io.playledger.verification.proof.escrow.OpenTrades;
import io.playledger.verification.proof.ledger.LedgerProof;
import io.playledger.verification.proof.ledger.OpenHolds;
import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.ContextProof;
import io.playledger.verification.proof.log.DatabaseSnapshot;
import io.playledger.verification.proof.log.OpenProcesses;
import io.playledger.verification.proof.market.OpenListings;
import java.util.List;

/**
 * The contexts that the checker knows. A new context is a package of its own and its lines here;
 * the names of its checks stand in {@link CheckName}.
 */
final class ProofContexts {

  private ProofContexts() {}

  /** What each context verifies; a context sees each row before those that build on it. */
  static List<ContextProof> of(DatabaseSnapshot snapshot) {
    LedgerProof ledger = new LedgerProof(snapshot);
    return List.of(ledger, new EscrowProof(ledger.books()));
  }

  /** The processes that must be finished once they are due. */
  static List<OpenProcesses> processes() {
    return List.of(new OpenTrades(), new OpenHolds(), new OpenListings());
  }
}
