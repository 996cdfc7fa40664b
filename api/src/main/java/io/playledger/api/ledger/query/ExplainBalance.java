package io.playledger.api.ledger.query;

import io.playledger.api.PageOf;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;

/**
 * The postings that add up to a wallet's balance of one asset, oldest first, each with the balance
 * after it.
 */
public record ExplainBalance(PlayerId owner, AssetCode asset, PageOf page)
    implements LedgerQuery<BalanceExplanation> {}
