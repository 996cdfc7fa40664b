package io.playledger.api.ledger.query;

import io.playledger.api.PageOf;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.TransactionType;
import org.jspecify.annotations.Nullable;

/**
 * A wallet's history, newest first.
 *
 * @param asset only entries of this asset
 * @param reason only entries with this reason
 */
public record ListTransactions(
    PlayerId owner, @Nullable AssetCode asset, @Nullable TransactionType reason, PageOf page)
    implements LedgerQuery<TransactionPage> {}
