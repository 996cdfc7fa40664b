package io.playledger.query.favourite;

import static io.playledger.projection.jooq.tables.Favourite.FAVOURITE;

import io.playledger.api.favourite.FavouriteQuery.CountFavourites;
import io.playledger.api.favourite.FavouriteQuery.FavouriteCount;
import io.playledger.api.favourite.FavouriteQuery.FavouriteEntry;
import io.playledger.api.favourite.FavouriteQuery.FavouritePage;
import io.playledger.api.favourite.FavouriteQuery.ListFavourites;
import io.playledger.api.favourite.FavouriteTarget;
import io.playledger.query.QueryContext;
import io.playledger.query.QueryTools;
import io.playledger.query.ReadTable;
import io.playledger.query.Slice;
import java.util.Arrays;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Answers about favourites. */
public final class FavouriteQueries implements QueryContext {

  private final DSLContext sql;

  public FavouriteQueries(QueryTools tools) {
    this.sql = tools.sql();
  }

  @Override
  public List<ReadTable> tables() {
    return List.of(ReadTable.ofPersons(FAVOURITE, FAVOURITE.PLAYER));
  }

  @QueryHandler
  FavouritePage answer(ListFavourites query) {
    List<?> filter = Arrays.asList("favourites", query.player(), query.kind());
    Condition which = FAVOURITE.PLAYER.eq(query.player());
    if (query.kind() != null) {
      which = which.and(FAVOURITE.KIND.eq(query.kind()));
    }
    return Slice.newestFirst(
        sql.selectFrom(FAVOURITE).where(which),
        FAVOURITE.POSITION,
        filter,
        query.page(),
        row ->
            new FavouriteEntry(
                new FavouriteTarget(row.get(FAVOURITE.KIND), row.get(FAVOURITE.TARGET)),
                row.get(FAVOURITE.MARKED_AT)),
        FavouritePage::new);
  }

  @QueryHandler
  FavouriteCount answer(CountFavourites query) {
    FavouriteTarget target = query.target();
    long players =
        sql.fetchCount(
            FAVOURITE, FAVOURITE.KIND.eq(target.kind()).and(FAVOURITE.TARGET.eq(target.id())));
    return new FavouriteCount(target, players);
  }
}
