package io.playledger.api.ledger.query;

import io.playledger.api.Query;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queries of the ledger context.
 *
 * @param <A> the shape of the answer
 */
public sealed interface LedgerQuery<A extends @Nullable Object> extends Query<A>
    permits ExplainBalance,
        FindHold,
        FindTransaction,
        FindTrialBalance,
        FindWallet,
        ListAssets,
        ListHolds,
        ListTransactions {

  @Override
  default Set<String> projections() {
    return Set.of("ledger");
  }
}
