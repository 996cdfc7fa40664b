package io.playledger.api.escrow;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/** A side asks to call the funded trade off; when the other asks too, it is agreed. */
public record RequestCancellation(TradeId escrow, PlayerId by, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
