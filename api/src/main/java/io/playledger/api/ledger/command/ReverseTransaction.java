package io.playledger.api.ledger.command;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import io.playledger.api.ledger.TransactionId;
import java.time.Instant;

/**
 * Posts the exact opposite of an earlier transaction and names it. If a wallet cannot return what
 * it received, the reversal is rejected as a whole. Answers with a {@link TransactionReceipt}.
 *
 * @param reversal id of the new transaction
 * @param original id of the transaction to reverse
 */
@RejectedFor({
  "AMOUNT_OUT_OF_RANGE",
  "INSUFFICIENT_FUNDS",
  "REVERSAL_NOT_REVERSIBLE",
  "TRANSACTION_ALREADY_EXISTS",
  "TRANSACTION_ALREADY_REVERSED",
  "TRANSACTION_NOT_FOUND",
  "WALLET_NOT_FOUND"
})
public record ReverseTransaction(
    TransactionId reversal, TransactionId original, PersonalText memo, Instant at)
    implements LedgerCommand<TransactionReceipt> {
  @Override
  public String aggregateId() {
    return original.aggregateId();
  }
}
