package io.playledger.api.ledger;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * An admin debits a wallet. Answers with a {@link TransactionReceipt}.
 *
 * @param target a system account: {@code system:burn} or {@code system:payments}
 * @param memo the admin's reason
 */
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
