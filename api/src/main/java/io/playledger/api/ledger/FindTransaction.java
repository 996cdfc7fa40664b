package io.playledger.api.ledger;

import io.playledger.api.Query;

/** One transaction with all its postings; the answer is null where there is none. */
public record FindTransaction(TransactionId transaction) implements Query<TransactionView> {
  @Override
  public Class<TransactionView> answerType() {
    return TransactionView.class;
  }

  @Override
  public String projection() {
    return "ledger";
  }
}
