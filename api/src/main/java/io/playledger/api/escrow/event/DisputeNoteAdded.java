package io.playledger.api.escrow.event;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A moderator added a note to a dispute. */
@Revision("1")
public record DisputeNoteAdded(TradeId escrow, PlayerId by, PersonalText note, Instant at)
    implements EscrowEvent {}
