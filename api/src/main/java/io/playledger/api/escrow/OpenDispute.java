package io.playledger.api.escrow;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/** A side calls an arbiter; the funds are frozen. */
public record OpenDispute(TradeId escrow, PlayerId by, PersonalText reason, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
