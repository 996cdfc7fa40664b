package io.playledger.query.market;

import static io.playledger.projection.jooq.tables.Listing.LISTING;
import static io.playledger.projection.jooq.tables.Player.PLAYER;

import io.playledger.api.market.FindListing;
import io.playledger.api.market.ListingPage;
import io.playledger.api.market.ListingView;
import io.playledger.api.market.SearchListings;
import io.playledger.query.Cursor;
import io.playledger.query.Decimals;
import io.playledger.query.InvalidCursorException;
import io.playledger.query.Slice;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Answers about listings. */
public final class ListingQueries {

  private static final int LIMIT_MAX = 100;
  private static final int TOTAL_MAX = 10_000;
  private static final int FACETS_MAX = 20;

  private final DSLContext sql;
  private final Decimals decimals;

  public ListingQueries(DSLContext sql, Decimals decimals) {
    this.sql = sql;
    this.decimals = decimals;
  }

  @QueryHandler
  ListingView answer(FindListing query) {
    return sql.select(LISTING.fields())
        .select(PLAYER.USERNAME)
        .from(LISTING)
        .leftJoin(PLAYER)
        .on(PLAYER.ID.eq(LISTING.SELLER))
        .where(LISTING.ID.eq(query.listing()))
        .fetchOne(this::view);
  }

  @QueryHandler
  ListingPage answer(SearchListings query) {
    if (query.limit() > LIMIT_MAX) {
      throw new IllegalArgumentException("A page of listings holds 1 to " + LIMIT_MAX + " items.");
    }
    ListingFilter filter = new ListingFilter(query);
    ListingOrder order = ListingOrder.of(query, filter);
    Condition which = filter.condition();
    long offset = 0;
    if (query.cursor() != null) {
      Cursor after = Cursor.read(query.cursor(), filter.identity(order), order.keys());
      which = which.and(order.after(after));
      offset = order.offset(after);
    } else if (query.page() > 1) {
      offset = Math.multiplyExact(query.page() - 1L, query.limit());
    }
    if (offset > TOTAL_MAX) {
      throw new InvalidCursorException(
          "Pages reach " + TOTAL_MAX + " listings deep; narrow the search or follow the cursor.");
    }
    List<Record> rows =
        sql.select(LISTING.fields())
            .select(PLAYER.USERNAME)
            .from(LISTING)
            .leftJoin(PLAYER)
            .on(PLAYER.ID.eq(LISTING.SELLER))
            .where(which)
            .orderBy(order.fields())
            .limit(Slice.fetch(query.limit()))
            .offset(offset)
            .fetch(row -> row);
    Slice<Record> slice = Slice.of(rows, query.limit());
    long nextOffset = offset + query.limit();
    return new ListingPage(
        slice.items(this::view),
        slice.next(last -> Cursor.write(filter.identity(order), order.keysOf(last, nextOffset))),
        query.page(),
        total(filter.condition()),
        games(filter.condition()));
  }

  private long total(Condition which) {
    return sql.fetchCount(DSL.selectOne().from(LISTING).where(which).limit(TOTAL_MAX));
  }

  private List<ListingPage.GameCount> games(Condition which) {
    return sql.select(LISTING.GAME_ID, DSL.count())
        .from(LISTING)
        .where(which)
        .groupBy(LISTING.GAME_ID)
        .orderBy(DSL.count().desc(), LISTING.GAME_ID)
        .limit(FACETS_MAX)
        .fetch(row -> new ListingPage.GameCount(row.value1(), row.value2()));
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
