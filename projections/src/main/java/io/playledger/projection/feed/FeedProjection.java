package io.playledger.projection.feed;

import io.playledger.api.Context;
import io.playledger.api.Contexts;
import io.playledger.api.Event;
import io.playledger.projection.FeedEntries;
import io.playledger.projection.Happening;
import io.playledger.projection.ProjectionTools;
import io.playledger.runtime.BatchFlush;
import io.playledger.runtime.BatchState;
import io.playledger.runtime.EventSelection;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;

/** Projects the activity of every player from the entries of each context. */
@Projection(
    name = "feed",
    tables = {"activity_party", "activity"})
public final class FeedProjection implements BatchFlush, EventSelection {

  private static final Map<Class<?>, FeedEntries<Event>> ENTRIES = entries();

  private final DSLContext sql;
  private final BatchState<ActivityBatch> batch = new BatchState<>(ActivityBatch::new);

  public FeedProjection(ProjectionTools tools) {
    this.sql = tools.sql();
  }

  private static Map<Class<?>, FeedEntries<Event>> entries() {
    Map<Class<?>, FeedEntries<Event>> entries = new HashMap<>();
    for (Context context : Contexts.all()) {
      entriesOf(context)
          .ifPresent(
              part -> {
                context.events().forEach(event -> entries.put(event, part));
                entries.keySet().removeAll(part.unread());
              });
    }
    return Map.copyOf(entries);
  }

  /** The entries of this context; empty if it has none. */
  @SuppressWarnings("unchecked") // it is given the events of its own context alone
  static Optional<FeedEntries<Event>> entriesOf(Context context) {
    return context
        .part("io.playledger.projection", "Activity", FeedEntries.class)
        .map(part -> (FeedEntries<Event>) part);
  }

  @Override
  public boolean handles(Class<?> eventType) {
    return ENTRIES.containsKey(eventType);
  }

  @EventHandler
  void on(Event event, @LogPosition long position) {
    Happening happening = ENTRIES.get(event.getClass()).of(event);
    if (!happening.equals(Happening.NONE)) {
      batch.get().add(event, position, happening);
    }
  }

  @Override
  public void flushBatch() {
    batch.get().writeTo(sql);
  }
}
