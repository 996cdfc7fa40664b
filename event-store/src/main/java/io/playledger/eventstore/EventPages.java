package io.playledger.eventstore;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A stream of rows fetched page by page. It ends at a page that is not full, without asking once
 * more; whoever asks it again after its end (as Axon's embedded event store does) sees what came
 * since.
 */
final class EventPages extends AbstractSpliterator<EventRecord> {
  private final Function<EventRecord, List<EventRecord>> pageAfter;
  private final int pageEventsMax;

  private Iterator<EventRecord> page = List.<EventRecord>of().iterator();
  private EventRecord last;
  private boolean headReached;

  /**
   * @param pageAfter the page behind a row, or the first page for null
   */
  EventPages(Function<EventRecord, List<EventRecord>> pageAfter, int pageEventsMax) {
    super(Long.MAX_VALUE, Spliterator.NONNULL | Spliterator.ORDERED | Spliterator.DISTINCT);
    this.pageAfter = pageAfter;
    this.pageEventsMax = pageEventsMax;
  }

  @Override
  public boolean tryAdvance(Consumer<? super EventRecord> action) {
    if (!page.hasNext()) {
      if (headReached) {
        headReached = false;
        return false;
      }
      List<EventRecord> rows = pageAfter.apply(last);
      headReached = rows.size() < pageEventsMax;
      page = rows.iterator();
      if (rows.isEmpty()) {
        headReached = false;
        return false;
      }
    }
    last = page.next();
    action.accept(last);
    return true;
  }
}
