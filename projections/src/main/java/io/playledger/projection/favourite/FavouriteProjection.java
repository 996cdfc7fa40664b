package io.playledger.projection.favourite;

import static io.playledger.projection.jooq.tables.Favourite.FAVOURITE;

import io.playledger.api.favourite.FavouriteEvent.FavouriteMarked;
import io.playledger.api.favourite.FavouriteEvent.FavouriteUnmarked;
import io.playledger.api.identity.PlayerErased;
import io.playledger.projection.ProjectionTools;
import io.playledger.projection.SetTable;
import io.playledger.runtime.BatchFlush;
import io.playledger.runtime.BatchState;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;

/** What players have marked. */
@Projection(name = "favourite", tables = "favourite")
public final class FavouriteProjection implements BatchFlush {

  private static final SetTable MARKS =
      SetTable.of(
          FAVOURITE,
          3,
          FAVOURITE.PLAYER,
          FAVOURITE.KIND,
          FAVOURITE.TARGET,
          FAVOURITE.POSITION,
          FAVOURITE.MARKED_AT);

  private final DSLContext sql;
  private final BatchState<SetTable.Batch> marks = new BatchState<>(MARKS::batch);

  public FavouriteProjection(ProjectionTools tools) {
    this.sql = tools.sql();
  }

  @EventHandler
  void on(FavouriteMarked event, @LogPosition long position) {
    var target = event.target();
    marks.get().add(event.player(), target.kind(), target.id(), position, event.at());
  }

  @EventHandler
  void on(FavouriteUnmarked event) {
    marks.get().remove(event.player(), event.target().kind(), event.target().id());
  }

  @EventHandler
  void on(PlayerErased event) {
    marks.get().removeAll(FAVOURITE.PLAYER, event.player());
  }

  @Override
  public void flushBatch() {
    marks.get().writeTo(sql);
  }
}
