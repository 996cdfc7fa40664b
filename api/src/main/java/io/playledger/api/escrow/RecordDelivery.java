package io.playledger.api.escrow;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/** The seller marks the trade as delivered, with proof. */
public record RecordDelivery(TradeId escrow, PlayerId by, PersonalText proof, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
