package io.playledger.api.ledger.query;

import io.playledger.api.PageOf;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.TransactionType;

/**
 * A wallet's history, newest first.
 *
 * @param asset only entries of this asset; null for all
 * @param reason only entries with this reason; null for all
 */
public record ListTransactions(PlayerId owner, AssetCode asset, TransactionType reason, PageOf page)
    implements LedgerQuery<TransactionPage> {}
