package io.playledger.api.ledger.command;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import io.playledger.api.ledger.TransactionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves value between wallets: all legs in one atomic append, or none. Answers with a {@link
 * TransactionReceipt}.
 *
 * @param legs 1 to {@value #LEGS_MAX}
 * @param memo the payer's note
 * @param dryRun decide and answer as usual, but store nothing
 */
@RejectedFor({
  "AMOUNT_NOT_POSITIVE",
  "AMOUNT_OUT_OF_RANGE",
  "INSUFFICIENT_FUNDS",
  "TRANSACTION_ALREADY_EXISTS",
  "TRANSFER_LEGS_OUT_OF_RANGE",
  "TRANSFER_TO_SELF",
  "WALLET_CLOSED",
  "WALLET_NOT_FOUND"
})
public record PostTransfer(
    TransactionId transaction,
    List<TransferLeg> legs,
    @Nullable PersonalText memo,
    boolean dryRun,
    Instant at)
    implements LedgerCommand<TransactionReceipt> {

  public static final int LEGS_MAX = 100;

  public PostTransfer {
    legs = List.copyOf(legs);
  }

  @Override
  public String aggregateId() {
    return transaction.aggregateId();
  }
}
