package io.playledger.api.escrow;

import io.playledger.api.market.TradeId;
import java.time.Instant;

/** No arbiter acted in time: the terms decide. Sent by the settlement saga. */
public record ApplyDefaultRuling(TradeId escrow, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
