package io.playledger.api.escrow.event;

import io.playledger.api.Event;
import io.playledger.api.market.TradeId;

/** Events of the escrow context. */
public sealed interface EscrowEvent extends Event
    permits FundsPlacedInEscrow,
        ItemDelivered,
        DeliveryConfirmed,
        CancellationRequested,
        CancellationAgreed,
        DisputeOpened,
        EvidenceSubmitted,
        DisputeAssigned,
        DisputeNoteAdded,
        DisputeResolved,
        EscrowReleased,
        EscrowRefunded,
        EscrowSplit {

  TradeId escrow();
}
