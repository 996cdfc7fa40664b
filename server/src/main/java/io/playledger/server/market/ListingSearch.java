package io.playledger.server.market;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.ListingStatus;
import io.playledger.api.market.query.ListingSort;
import io.playledger.api.market.query.SearchListings;
import io.playledger.web.amount.Amounts;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.text.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a search; all are optional.
 *
 * @param q search text
 * @param minPrice decimal string; needs asset
 * @param maxPrice decimal string; needs asset
 * @param sort none: by relevance with a text, otherwise the newest first
 * @param page from 1; ignored with a cursor
 * @param limit 1 to 100
 */
record ListingSearch(
    @PlainText(max = ListingSearch.WORDS_CHARS_MAX) @Nullable String q,
    @PlainText(max = ListingSearch.GAME_CHARS_MAX) @Nullable String game,
    @Nullable String asset,
    @Nullable String minPrice,
    @Nullable String maxPrice,
    @Nullable PlayerId seller,
    @Nullable ListingStatus status,
    @Nullable ListingSort sort,
    @Min(1) @Max(ListingSearch.PAGE_MAX) Integer page,
    @Nullable String cursor,
    @Min(1) @Max(ListingSearch.LIMIT_MAX) Integer limit) {

  static final int WORDS_CHARS_MAX = 200;
  static final int GAME_CHARS_MAX = 100;
  static final int PAGE_MAX = 10_000;
  static final int LIMIT_MAX = 100;
  private static final int LIMIT = 20;

  ListingSearch {
    page = page == null ? 1 : page;
    limit = limit == null ? LIMIT : limit;
  }

  /** ASSET_NOT_FOUND, AMOUNT_TOO_PRECISE, AMOUNT_OUT_OF_RANGE, VALIDATION_FAILED. */
  SearchListings query(Amounts amounts) {
    if (nullIfBlank(cursor) == null && (page - 1L) * limit > SearchListings.DEPTH_MAX) {
      throw ApiProblem.invalid(
          "page",
          "is more than %d listings deep; narrow the search or follow the cursor"
              .formatted(SearchListings.DEPTH_MAX));
    }
    if (asset == null && (minPrice != null || maxPrice != null)) {
      throw ApiProblem.invalid("asset", "is missing; a price needs an asset");
    }
    AssetCode code = asset == null ? null : amounts.asset(asset);
    return new SearchListings(
        nullIfBlank(q),
        nullIfBlank(game),
        code,
        minPrice == null ? null : amounts.units("minPrice", code, minPrice),
        maxPrice == null ? null : amounts.units("maxPrice", code, maxPrice),
        seller,
        status,
        sort,
        nullIfBlank(cursor),
        page,
        limit);
  }

  private static @Nullable String nullIfBlank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
