package io.playledger.query.market;

import static io.playledger.projection.jooq.tables.Listing.LISTING;
import static org.jooq.impl.DSL.row;

import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.query.ListingSort;
import io.playledger.api.market.query.SearchListings;
import io.playledger.query.Cursor;
import java.util.List;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * The order of a search and its cursors. Relevance continues by count, all other orders by key.
 * Prices are sorted within their asset because smallest units of two assets cannot be compared.
 */
final class ListingOrder {

  private final ListingSort sort;
  private final ListingFilter filter;

  private ListingOrder(ListingSort sort, ListingFilter filter) {
    this.sort = sort;
    this.filter = filter;
  }

  /** Relevance needs a search text; without one the newest listings come first. */
  static ListingOrder of(SearchListings query, ListingFilter filter) {
    ListingSort wanted = query.sort() == null ? ListingSort.RELEVANCE : query.sort();
    boolean relevance = wanted == ListingSort.RELEVANCE;
    return new ListingOrder(relevance && !filter.hasText() ? ListingSort.NEWEST : wanted, filter);
  }

  List<? extends OrderField<?>> fields() {
    return switch (sort) {
      case RELEVANCE -> List.of(filter.relevance().desc(), LISTING.ID.asc());
      case NEWEST -> List.of(LISTING.POSITION.desc(), LISTING.ID.asc());
      case PRICE_ASCENDING ->
          List.of(LISTING.ASSET.asc(), LISTING.PRICE_UNITS.asc(), LISTING.ID.asc());
      case PRICE_DESCENDING ->
          List.of(LISTING.ASSET.desc(), LISTING.PRICE_UNITS.desc(), LISTING.ID.desc());
      case EXPIRING -> List.of(LISTING.EXPIRES_AT.asc(), LISTING.ID.asc());
    };
  }

  /** Number of keys in its cursor. */
  int keys() {
    return switch (sort) {
      case RELEVANCE, NEWEST -> 1;
      case EXPIRING -> 2;
      case PRICE_ASCENDING, PRICE_DESCENDING -> 3;
    };
  }

  Object[] keysOf(Record last, long nextOffset) {
    return switch (sort) {
      case RELEVANCE -> new Object[] {nextOffset};
      case NEWEST -> new Object[] {last.get(LISTING.POSITION)};
      case PRICE_ASCENDING, PRICE_DESCENDING ->
          new Object[] {
            last.get(LISTING.ASSET), last.get(LISTING.PRICE_UNITS), last.get(LISTING.ID)
          };
      case EXPIRING -> new Object[] {last.get(LISTING.EXPIRES_AT), last.get(LISTING.ID)};
    };
  }

  Condition after(Cursor cursor) {
    return switch (sort) {
      case RELEVANCE -> DSL.noCondition();
      case NEWEST -> LISTING.POSITION.lt(cursor.number(0));
      case PRICE_ASCENDING ->
          row(LISTING.ASSET, LISTING.PRICE_UNITS, LISTING.ID)
              .gt(cursor.key(0, AssetCode::new), cursor.number(1), listing(cursor, 2));
      case PRICE_DESCENDING ->
          row(LISTING.ASSET, LISTING.PRICE_UNITS, LISTING.ID)
              .lt(cursor.key(0, AssetCode::new), cursor.number(1), listing(cursor, 2));
      case EXPIRING ->
          row(LISTING.EXPIRES_AT, LISTING.ID).gt(cursor.instant(0), listing(cursor, 1));
    };
  }

  /** Whether a cursor can continue: by key to any depth, by count up to a limit. */
  boolean reaches(long nextOffset, long offsetMax) {
    return sort != ListingSort.RELEVANCE || nextOffset <= offsetMax;
  }

  long offset(Cursor cursor) {
    return sort == ListingSort.RELEVANCE ? cursor.number(0) : 0;
  }

  private static ListingId listing(Cursor cursor, int index) {
    return cursor.key(index, ListingId::of);
  }

  @Override
  public String toString() {
    return sort.name();
  }
}
