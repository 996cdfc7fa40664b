package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * Captures up to the held amount for the payee and releases the rest: the second phase of a
 * two-phase transfer. Answers with a {@link TransactionReceipt}.
 *
 * @param payee the payee of the hold; given because wallets are locked in the order of their ids
 * @param by the payee, or null for the platform
 * @param units smallest units, at most the held amount; null for the whole hold
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
