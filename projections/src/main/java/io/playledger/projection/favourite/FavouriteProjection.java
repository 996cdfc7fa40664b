package io.playledger.projection.favourite;

import static io.playledger.projection.jooq.tables.Favourite.FAVOURITE;

import io.playledger.api.favourite.FavouriteEvent;
import io.playledger.api.favourite.FavouriteEvent.FavouriteMarked;
import io.playledger.api.favourite.FavouriteEvent.FavouriteUnmarked;
import io.playledger.api.favourite.FavouriteTarget;
import io.playledger.api.identity.PlayerErased;
import io.playledger.api.identity.PlayerId;
import io.playledger.projection.MultiRow;
import io.playledger.projection.ProjectionTools;
import io.playledger.runtime.BatchFlush;
import io.playledger.runtime.BatchState;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;

/** What players have marked. */
@Projection(
    name = "favourite",
    tables = {"favourite"})
public final class FavouriteProjection implements BatchFlush {

  private static final MultiRow MARKS =
      MultiRow.of(
          FAVOURITE,
          FAVOURITE.PLAYER,
          FAVOURITE.KIND,
          FAVOURITE.TARGET,
          FAVOURITE.POSITION,
          FAVOURITE.MARKED_AT);
  private static final MultiRow KEYS =
      MultiRow.of(FAVOURITE, FAVOURITE.PLAYER, FAVOURITE.KIND, FAVOURITE.TARGET);
  private static final String DELETE =
      "DELETE FROM favourite AS t USING "
          + KEYS.source()
          + " WHERE t.player = v.player AND t.kind = v.kind AND t.target = v.target";

  private final DSLContext sql;
  private final BatchState<Changes> batch = new BatchState<>(Changes::new);

  public FavouriteProjection(ProjectionTools tools) {
    this.sql = tools.sql();
  }

  private record Key(PlayerId player, FavouriteTarget target) {

    private static Key of(FavouriteEvent event) {
      return new Key(event.player(), event.target());
    }
  }

  private record Mark(FavouriteMarked event, long position) {}

  /** The last change of each mark in the batch, without a mark where it was taken away. */
  private record Changes(Map<Key, Mark> marked, Set<Key> unmarked, Set<PlayerId> erased) {

    private Changes() {
      this(new LinkedHashMap<>(), new HashSet<>(), new HashSet<>());
    }
  }

  @EventHandler
  void on(FavouriteMarked event, @LogPosition long position) {
    batch.get().marked().put(Key.of(event), new Mark(event, position));
  }

  @EventHandler
  void on(FavouriteUnmarked event) {
    batch.get().marked().remove(Key.of(event));
    batch.get().unmarked().add(Key.of(event));
  }

  @EventHandler
  void on(PlayerErased event) {
    batch.get().marked().keySet().removeIf(key -> key.player().equals(event.player()));
    batch.get().erased().add(event.player());
  }

  @Override
  public void flushBatch() {
    Changes changes = batch.get();
    MultiRow.Rows gone = KEYS.rows();
    changes.unmarked().forEach(key -> gone.add(values(key)));
    gone.execute(sql, DELETE);
    if (!changes.erased().isEmpty()) {
      sql.deleteFrom(FAVOURITE).where(FAVOURITE.PLAYER.in(changes.erased())).execute();
    }
    MultiRow.Rows marks = MARKS.rows();
    changes
        .marked()
        .forEach(
            (key, mark) ->
                marks.add(
                    key.player(),
                    key.target().kind(),
                    key.target().id(),
                    mark.position(),
                    mark.event().at()));
    marks.execute(sql, MARKS.insert());
  }

  private static Object[] values(Key key) {
    return new Object[] {key.player(), key.target().kind(), key.target().id()};
  }
}
