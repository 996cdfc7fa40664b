package io.playledger.api.escrow.command;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/** A party adds evidence to an escrow that is not settled. */
@RejectedFor({"ESCROW_FINISHED", "ESCROW_NOT_FOUND", "ESCROW_NOT_YOURS", "EVIDENCE_LIMIT_REACHED"})
public record SubmitEvidence(TradeId escrow, PlayerId by, PersonalText statement, Instant at)
    implements EscrowCommand<EscrowReceipt> {

  /** Greatest number of pieces of evidence per side. */
  public static final int EVIDENCE_MAX = 50;
}
