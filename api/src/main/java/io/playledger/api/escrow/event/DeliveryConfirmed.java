package io.playledger.api.escrow.event;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The buyer confirmed the delivery: the funds go to the seller. */
@Revision("1")
public record DeliveryConfirmed(TradeId escrow, PlayerId buyer, Instant at)
    implements EscrowEvent {}
