package io.playledger.api.market.query;

import io.playledger.api.Query;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queries of the market context.
 *
 * @param <A> the shape of the answer
 */
public sealed interface MarketQuery<A extends @Nullable Object> extends Query<A>
    permits FindListing, FindTrade, ListReviews, ListTrades, SearchListings {

  @Override
  default Set<String> projections() {
    return Set.of("market", "identity");
  }
}
