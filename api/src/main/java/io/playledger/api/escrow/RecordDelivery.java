package io.playledger.api.escrow;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/** The seller says that the goods were handed over, with proof. */
public record RecordDelivery(TradeId escrow, PlayerId by, PersonalText proof, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
