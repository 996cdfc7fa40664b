package io.playledger.api.ledger.command;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import java.time.Instant;

/**
 * An admin debits a wallet. Answers with a {@link TransactionReceipt}.
 *
 * @param target a system account: {@code system:burn} or {@code system:payments}
 * @param memo the admin's reason
 */
@RejectedFor(
    value = {
      "AMOUNT_NOT_POSITIVE",
      "AMOUNT_OUT_OF_RANGE",
      "DEBIT_TARGET_NOT_ALLOWED",
      "INSUFFICIENT_FUNDS",
      "TRANSACTION_ALREADY_EXISTS",
      "WALLET_NOT_FOUND"
    },
    never = {"WALLET_CLOSED"})
public record DebitWallet(
    TransactionId transaction,
    PlayerId owner,
    Amount amount,
    TransactionType reason,
    AccountId target,
    PersonalText memo,
    Instant at)
    implements LedgerCommand<TransactionReceipt> {
  @Override
  public String aggregateId() {
    return transaction.aggregateId();
  }
}
