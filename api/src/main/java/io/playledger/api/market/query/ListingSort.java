package io.playledger.api.market.query;

/** Orders of a search. Ties are broken by id. */
public enum ListingSort {
  RELEVANCE,
  NEWEST,
  PRICE_ASCENDING,
  PRICE_DESCENDING,
  EXPIRING
}
