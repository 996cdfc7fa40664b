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
 * An admin credits a wallet. Answers with a {@link TransactionReceipt}.
 *
 * @param source a system account: {@code system:mint} or {@code system:payments}
 * @param mintLimited whether the credit counts against a mint limit of the asset
 * @param memo the admin's reason
 */
@RejectedFor(
    value = {
      "AMOUNT_NOT_POSITIVE",
      "AMOUNT_OUT_OF_RANGE",
      "ASSET_NOT_FOUND",
      "CREDIT_SOURCE_NOT_ALLOWED",
      "MINT_LIMIT_REACHED",
      "TRANSACTION_ALREADY_EXISTS",
      "WALLET_CLOSED",
      "WALLET_NOT_FOUND"
    },
    never = {"INSUFFICIENT_FUNDS"})
public record CreditWallet(
    TransactionId transaction,
    PlayerId owner,
    Amount amount,
    TransactionType reason,
    AccountId source,
    boolean mintLimited,
    PersonalText memo,
    Instant at)
    implements LedgerCommand<TransactionReceipt> {
  @Override
  public String aggregateId() {
    return transaction.aggregateId();
  }
}
