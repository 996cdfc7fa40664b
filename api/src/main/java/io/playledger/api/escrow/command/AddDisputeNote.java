package io.playledger.api.escrow.command;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/** Adds a note to a dispute that only moderators can read. */
@RejectedFor({
  "DISPUTE_HANDLER_IS_PARTY",
  "ESCROW_NOT_DISPUTED",
  "ESCROW_NOT_FOUND",
  "NOTE_LIMIT_REACHED"
})
public record AddDisputeNote(TradeId escrow, PlayerId by, PersonalText note, Instant at)
    implements EscrowCommand<EscrowReceipt> {

  /** Greatest number of notes per dispute. */
  public static final int NOTES_MAX = 200;
}
