package io.playledger.api.ledger;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * Sets part of a wallet aside for a payee: the first phase of a two-phase transfer. Answers with a
 * {@link HoldReceipt}.
 *
 * @param purpose what the owner was told; null for nothing
 * @param expiresAt after {@code at}, at most 30 days
 */
public record PlaceHold(
    HoldId hold,
    PlayerId owner,
    PlayerId payee,
    Amount amount,
    PersonalText purpose,
    Instant expiresAt,
    Instant at)
    implements LedgerCommand<HoldReceipt> {

  /** Holds that a wallet bears at a time. */
  public static final int HOLDS_MAX = 100;

  public static final int EXPIRY_DAYS_MAX = 30;

  @Override
  public String aggregateId() {
    return AccountId.wallet(owner).toString();
  }
}
