package io.playledger.api.ledger.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.TransactionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Captures up to the held amount for the payee and releases the rest: the second phase of a
 * two-phase transfer. Answers with a {@link TransactionReceipt}.
 *
 * @param payee the payee of the hold; given because wallets are locked in the order of their ids
 * @param by the payee; none: the platform
 * @param units smallest units, at most the held amount; none: the whole hold
 */
@RejectedFor(
    value = {
      "AMOUNT_NOT_POSITIVE",
      "AMOUNT_OUT_OF_RANGE",
      "CAPTURE_EXCEEDS_HOLD",
      "HOLD_ENDED",
      "HOLD_EXPIRED",
      "HOLD_NOT_FOUND",
      "HOLD_NOT_YOURS",
      "TRANSACTION_ALREADY_EXISTS",
      "WALLET_NOT_FOUND"
    },
    never = {"INSUFFICIENT_FUNDS"})
public record CaptureHold(
    HoldId hold,
    PlayerId owner,
    PlayerId payee,
    @Nullable PlayerId by,
    TransactionId transaction,
    @Nullable Long units,
    Instant at)
    implements LedgerCommand<TransactionReceipt> {
  @Override
  public String aggregateId() {
    return AccountId.wallet(owner).toString();
  }
}
