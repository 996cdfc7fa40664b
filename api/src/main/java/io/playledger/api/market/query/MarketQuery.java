package io.playledger.api.market.query;

import io.playledger.api.Query;
import java.util.Set;

/**
 * Queries of the market context.
 *
 * @param <A> the shape of the answer
 */
public sealed interface MarketQuery<A> extends Query<A>
    permits FindListing, FindTrade, ListReviews, ListTrades, SearchListings {

  @Override
  default Set<String> projections() {
    return Set.of("market", "identity");
  }
}
