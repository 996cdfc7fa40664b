package io.playledger.verification.proof.escrow;

import io.playledger.verification.proof.ledger.LedgerModel;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.ContextProof;
import io.playledger.verification.proof.log.LogCheck;
import io.playledger.verification.proof.log.LogObserver;
import java.util.List;

/** Escrow accounts and the ends of trades, as the raw events tell them. */
public final class EscrowProof implements ContextProof {

  private final List<LogCheck> checks;

  /**
   * @param books see each row before this does
   */
  public EscrowProof(LedgerModel books) {
    this.checks = List.of(new EscrowAccountsCheck(books), new TradesCheck());
  }

  @Override
  public List<LogObserver> observers() {
    return List.copyOf(checks);
  }

  @Override
  public List<CheckResult> results() {
    return checks.stream().map(LogCheck::result).toList();
  }
}
