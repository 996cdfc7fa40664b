package io.playledger.api.escrow;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/** A party opens a dispute, which freezes the funds. */
public record OpenDispute(TradeId escrow, PlayerId by, PersonalText reason, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
