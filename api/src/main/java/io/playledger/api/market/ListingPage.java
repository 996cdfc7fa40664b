package io.playledger.api.market;

import io.playledger.api.PageView;
import java.util.List;

/**
 * A page of a search.
 *
 * @param total listings that match, counted up to 10,000
 * @param games how many match in each game, the largest 20
 */
public record ListingPage(
    List<ListingView> items, String nextCursor, int page, long total, List<GameCount> games)
    implements PageView<ListingView> {

  /** A facet. */
  public record GameCount(String gameId, long listings) {}
}
