package io.playledger.api.escrow.query;

import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An escrow.
 *
 * @param amount decimal string: the amount that was placed
 * @param balance decimal string: the current balance
 * @param fee decimal string; none: not settled yet
 * @param deliverBy when delivery is due
 * @param complainBy none: not delivered yet
 * @param decideBy none: not disputed
 */
public record EscrowView(
    TradeId id,
    PlayerId buyer,
    PlayerId seller,
    AssetCode asset,
    String amount,
    String balance,
    @Nullable String fee,
    EscrowStatus status,
    TradeTerms terms,
    Instant fundedAt,
    Instant deliverBy,
    @Nullable Instant complainBy,
    @Nullable Instant decideBy,
    @Nullable Instant settledAt) {}
