package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * Takes up to what is held for the payee and frees the rest: the second phase. Answers with a
 * {@link TransactionReceipt}.
 *
 * @param payee whom the hold is for; named because wallets are locked in the order of their ids
 * @param by who asks: the payee, or null for the platform
 * @param units smallest units, at most what is held; null for all of it
 */
public record CaptureHold(
    HoldId hold,
    PlayerId owner,
    PlayerId payee,
    PlayerId by,
    TransactionId transaction,
    Long units,
    Instant at)
    implements LedgerCommand<TransactionReceipt> {
  @Override
  public String aggregateId() {
    return AccountId.wallet(owner).toString();
  }
}
