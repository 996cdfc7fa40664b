package io.playledger.api.escrow.query;

import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeTerms;
import java.time.Instant;

/**
 * An escrow.
 *
 * @param amount decimal string: the amount that was placed
 * @param balance decimal string: the current balance
 * @param fee decimal string; null until settled
 * @param deliverBy when delivery is due
 * @param complainBy null until delivered
 * @param decideBy null unless disputed
 */
public record EscrowView(
    TradeId id,
    PlayerId buyer,
    PlayerId seller,
    AssetCode asset,
    String amount,
    String balance,
    String fee,
    EscrowStatus status,
    TradeTerms terms,
    Instant fundedAt,
    Instant deliverBy,
    Instant complainBy,
    Instant decideBy,
    Instant settledAt) {}
