package io.playledger.command.ledger;

import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.api.ledger.command.TransactionReceipt.WalletChange;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.Aggregate;

/** Checked changes of wallets, which can be applied within the same unit of work. */
public final class PreparedPostings {

  private final TransactionId transaction;
  private final List<Step> steps;

  PreparedPostings(TransactionId transaction, List<Step> steps) {
    this.transaction = transaction;
    this.steps = List.copyOf(steps);
  }

  /** Applies a receipt to each wallet. The caller applies the event that carries the postings. */
  public void apply(Instant at) {
    for (Step step : steps) {
      step.wallet()
          .execute(
              root -> root.book(transaction, step.change().asset(), step.change().units(), at));
    }
  }

  /** The receipt that the caller returns. */
  public TransactionReceipt receipt(boolean dryRun) {
    return new TransactionReceipt(transaction, steps.stream().map(Step::change).toList(), dryRun);
  }

  record Step(Aggregate<Wallet> wallet, WalletChange change) {}
}
