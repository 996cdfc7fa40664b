package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;

/**
 * A wallet's history, newest first.
 *
 * @param asset only this one; null for all
 * @param reason only this one; null for all
 * @param limit 1 to 200
 */
public record ListTransactions(
    PlayerId owner, AssetCode asset, TransactionType reason, String cursor, int limit)
    implements LedgerQuery<TransactionPage> {}
