package io.playledger.api.escrow.event;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A party added evidence. */
@Revision("1")
public record EvidenceSubmitted(TradeId escrow, PlayerId by, PersonalText statement, Instant at)
    implements EscrowEvent {}
