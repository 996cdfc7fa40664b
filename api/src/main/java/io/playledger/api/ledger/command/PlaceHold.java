package io.playledger.api.ledger.command;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.HoldId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Places a hold on a wallet for a payee: the first phase of a two-phase transfer. Answers with a
 * {@link HoldReceipt}.
 *
 * @param purpose the owner's note
 * @param expiresAt after {@code at}, at most 30 days
 */
@RejectedFor({
  "AMOUNT_NOT_POSITIVE",
  "HOLD_ALREADY_EXISTS",
  "HOLD_EXPIRY_OUT_OF_RANGE",
  "HOLD_FOR_ONESELF",
  "HOLD_LIMIT_REACHED",
  "INSUFFICIENT_FUNDS",
  "WALLET_NOT_FOUND"
})
public record PlaceHold(
    HoldId hold,
    PlayerId owner,
    PlayerId payee,
    Amount amount,
    @Nullable PersonalText purpose,
    Instant expiresAt,
    Instant at)
    implements LedgerCommand<HoldReceipt> {

  /** Greatest number of open holds per wallet. */
  public static final int HOLDS_MAX = 100;

  public static final int EXPIRY_DAYS_MAX = 30;

  @Override
  public String aggregateId() {
    return AccountId.wallet(owner).toString();
  }
}
