package io.playledger.query.market;

import static io.playledger.projection.jooq.tables.Listing.LISTING;
import static io.playledger.projection.jooq.tables.Player.PLAYER;

import io.playledger.api.InvalidCursorException;
import io.playledger.api.market.query.ListingPage;
import io.playledger.api.market.query.ListingView;
import io.playledger.api.market.query.SearchListings;
import io.playledger.query.Cursor;
import io.playledger.query.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Pages of a search, with how many listings match in all, and in which games. */
final class ListingPages {

  private static final int TOTAL_MAX = SearchListings.DEPTH_MAX;
  private static final int FACETS_MAX = 20;

  private final DSLContext sql;
  private final Function<Record, ListingView> view;

  ListingPages(DSLContext sql, Function<Record, ListingView> view) {
    this.sql = sql;
    this.view = view;
  }

  /**
   * The page.
   *
   * @param after where the page before ended; none: the page that the query names
   */
  ListingPage page(SearchListings query, ListingFilter filter, @Nullable Cursor after) {
    ListingOrder order = ListingOrder.of(query, filter);
    long offset = offset(query, order, after);
    long total = total(filter.condition());
    if (total == 0) {
      return new ListingPage(List.of(), null, query.page(), 0, List.of());
    }
    Slice<Record> slice = Slice.of(rows(query, filter, after, offset), query.limit());
    long nextOffset = offset + query.limit();
    return new ListingPage(
        slice.items(view),
        order.reaches(nextOffset, TOTAL_MAX)
            ? slice.next(last -> cursor(filter, order, last, nextOffset))
            : null,
        query.page(),
        total,
        games(filter.condition()));
  }

  private static long offset(SearchListings query, ListingOrder order, @Nullable Cursor after) {
    long offset = 0;
    if (after != null) {
      offset = order.offset(after);
    } else if (query.page() > 1) {
      offset = Math.multiplyExact(query.page() - 1L, query.limit());
    }
    if (offset > TOTAL_MAX) {
      throw new InvalidCursorException(
          "Pages reach " + TOTAL_MAX + " listings deep; narrow the search or follow the cursor.");
    }
    return offset;
  }

  private List<Record> rows(
      SearchListings query, ListingFilter filter, @Nullable Cursor after, long offset) {
    ListingOrder order = ListingOrder.of(query, filter);
    Condition rest = after == null ? DSL.noCondition() : order.after(after);
    return sql.select(LISTING.fields())
        .select(PLAYER.USERNAME)
        .from(LISTING)
        .leftJoin(PLAYER)
        .on(PLAYER.ID.eq(LISTING.SELLER))
        .where(filter.condition(), rest)
        .orderBy(order.fields())
        .limit(Slice.fetch(query.limit()))
        .offset(offset)
        .fetch(row -> row);
  }

  private static String cursor(
      ListingFilter filter, ListingOrder order, Record last, long nextOffset) {
    Object[] keys = order.keysOf(last, nextOffset);
    Object[] withKind = Arrays.copyOf(keys, keys.length + 1);
    withKind[keys.length] =
        filter.forgivesTypos() ? ListingQueries.RESEMBLING : ListingQueries.CONTAINING;
    return Cursor.write(filter.identity(order), withKind);
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
}
