package io.playledger.api.escrow;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/** A moderator's note, for moderators alone. */
public record AddDisputeNote(TradeId escrow, PlayerId by, PersonalText note, Instant at)
    implements EscrowCommand<EscrowReceipt> {

  /** Notes a dispute. */
  public static final int NOTES_MAX = 200;
}
