package io.playledger.server.market;

import io.playledger.api.market.query.ListingPage;
import io.playledger.api.market.query.ListingView;
import io.playledger.web.call.Pagination;
import java.time.Instant;
import java.util.List;

/**
 * The envelope of a search: that of every list, and facets.
 *
 * @param position of the log that it reflects
 */
record CatalogueAnswer(
    boolean success,
    List<ListingView> data,
    Facets facets,
    long position,
    Pagination pagination,
    Instant timestamp) {

  /**
   * Facets of the matches.
   *
   * @param games number of matches per game, the largest first
   */
  record Facets(List<ListingPage.GameCount> games) {}
}
