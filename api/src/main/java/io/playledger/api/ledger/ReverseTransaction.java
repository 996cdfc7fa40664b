package io.playledger.api.ledger;

import io.playledger.api.PersonalText;
import java.time.Instant;

/**
 * Posts the exact opposite of an earlier transaction and names it. If a wallet cannot return what
 * it received, the reversal is rejected as a whole. Answers with a {@link TransactionReceipt}.
 *
 * @param reversal id of the new transaction
 * @param original id of the transaction to reverse
 */
public record ReverseTransaction(
    TransactionId reversal, TransactionId original, PersonalText memo, Instant at)
    implements LedgerCommand<TransactionReceipt> {
  @Override
  public String aggregateId() {
    return original.aggregateId();
  }
}
