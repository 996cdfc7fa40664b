package io.playledger.query.market;

import static io.playledger.projection.jooq.tables.Listing.LISTING;
import static io.playledger.projection.jooq.tables.Player.PLAYER;

import io.playledger.api.ledger.scale.Decimals;
import io.playledger.api.market.query.FindListing;
import io.playledger.api.market.query.ListingPage;
import io.playledger.api.market.query.ListingView;
import io.playledger.api.market.query.SearchListings;
import io.playledger.query.Cursor;
import io.playledger.query.QueryTools;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Answers queries about listings. */
final class ListingQueries {

  private static final int LIMIT_MAX = 100;

  /** Last key of a cursor: whether its search contains the words or only resembles them. */
  static final String CONTAINING = "containing";

  static final String RESEMBLING = "resembling";

  private final DSLContext sql;
  private final Decimals decimals;

  ListingQueries(QueryTools tools) {
    this.sql = tools.sql();
    this.decimals = tools.decimals();
  }

  @QueryHandler
  @Nullable ListingView answer(FindListing query) {
    return sql.select(LISTING.fields())
        .select(PLAYER.USERNAME)
        .from(LISTING)
        .leftJoin(PLAYER)
        .on(PLAYER.ID.eq(LISTING.SELLER))
        .where(LISTING.ID.eq(query.listing()))
        .fetchOne(this::view);
  }

  /** Finds listings that contain the words or, if there are none, listings that resemble them. */
  @QueryHandler
  ListingPage answer(SearchListings query) {
    if (query.limit() > LIMIT_MAX) {
      throw new IllegalArgumentException("A page of listings holds 1 to " + LIMIT_MAX + " items.");
    }
    ListingFilter words = new ListingFilter(query);
    ListingOrder order = ListingOrder.of(query, words);
    Cursor after =
        query.cursor() == null
            ? null
            : Cursor.read(query.cursor(), words.identity(order), order.keys() + 1);
    if (after != null && after.text(order.keys()).equals(RESEMBLING)) {
      return resembling(query, words, after);
    }
    ListingPage found = new ListingPages(sql, this::view).page(query, words, after);
    return found.total() == 0 && after == null && words.hasText()
        ? resembling(query, words, null)
        : found;
  }

  /** Sets PostgreSQL's bound of similarity for these statements only. */
  private ListingPage resembling(
      SearchListings query, ListingFilter words, @Nullable Cursor after) {
    return sql.transactionResult(
        transaction -> {
          DSLContext inside = transaction.dsl();
          inside.fetch(
              "select set_config('pg_trgm.word_similarity_threshold', {0}, true)",
              DSL.val(Double.toString(ListingFilter.SIMILARITY_MIN)));
          return new ListingPages(inside, this::view).page(query, words.forgivingTypos(), after);
        });
  }

  private ListingView view(Record row) {
    return new ListingView(
        row.get(LISTING.ID),
        row.get(LISTING.SELLER),
        row.get(PLAYER.USERNAME),
        row.get(LISTING.GAME_ID),
        row.get(LISTING.ITEM_NAME),
        row.get(LISTING.DESCRIPTION),
        row.get(LISTING.ASSET),
        decimals.of(row.get(LISTING.ASSET), row.get(LISTING.PRICE_UNITS)),
        row.get(LISTING.STATUS),
        row.get(LISTING.VERSION),
        row.get(LISTING.CREATED_AT),
        row.get(LISTING.UPDATED_AT),
        row.get(LISTING.EXPIRES_AT));
  }
}
