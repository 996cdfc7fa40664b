package io.playledger.api.market.query;

import io.playledger.api.PageView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a search.
 *
 * @param total number of matching listings, counted up to 10,000
 * @param games number of matching listings per game, the largest 20
 */
public record ListingPage(
    List<ListingView> items,
    @Nullable String nextCursor,
    int page,
    long total,
    List<GameCount> games)
    implements PageView<ListingView> {

  /** One value of a facet and its number of listings. */
  public record GameCount(String gameId, long listings) {}
}
