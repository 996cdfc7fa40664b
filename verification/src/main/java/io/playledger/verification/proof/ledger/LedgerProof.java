package io.playledger.verification.proof.ledger;

import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.ContextProof;
import io.playledger.verification.proof.log.DatabaseSnapshot;
import io.playledger.verification.proof.log.LogCheck;
import io.playledger.verification.proof.log.LogObserver;
import java.util.ArrayList;
import java.util.List;

/** The books as the raw events tell them, compared with receipts and read tables. */
public final class LedgerProof implements ContextProof {

  private final LedgerModel books = new LedgerModel();
  private final LedgerTablesCheck tables;
  private final List<LogCheck> checks;

  public LedgerProof(DatabaseSnapshot snapshot) {
    this.tables = new LedgerTablesCheck(books, snapshot);
    this.checks = List.of(new PostingsCheck(), new OverdraftCheck(books), new ReceiptsCheck(books));
  }

  /** What other contexts may compare with; complete when the log has gone by. */
  public LedgerModel books() {
    return books;
  }

  @Override
  public List<LogObserver> observers() {
    List<LogObserver> all = new ArrayList<>(List.of(books, tables));
    all.addAll(checks);
    return all;
  }

  @Override
  public List<CheckResult> results() {
    List<CheckResult> all = new ArrayList<>(checks.stream().map(LogCheck::result).toList());
    all.add(tables.balances());
    all.add(tables.holds());
    return all;
  }
}
