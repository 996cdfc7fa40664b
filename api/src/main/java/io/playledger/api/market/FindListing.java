package io.playledger.api.market;

import io.playledger.api.Query;

/** One listing; the answer is null where there is none. */
public record FindListing(ListingId listing) implements Query<ListingView> {
  @Override
  public Class<ListingView> answerType() {
    return ListingView.class;
  }

  @Override
  public String projection() {
    return "market";
  }
}
