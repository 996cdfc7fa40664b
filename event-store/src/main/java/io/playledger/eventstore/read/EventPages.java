package io.playledger.eventstore.read;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * A stream of rows fetched page by page. It ends at a page that is not full, without a further
 * read. A read after its end (as Axon's embedded event store does it) returns later rows.
 */
final class EventPages extends AbstractSpliterator<EventRecord> {
  private final PagesAhead<EventRecord> pages;
  private final ToLongFunction<EventRecord> place;
  private final int pageEventsMax;

  private Iterator<EventRecord> page = List.<EventRecord>of().iterator();
  private long last;
  private boolean headReached;

  /**
   * @param pageAfter the page behind a place
   * @param place of a row, by which the page behind it is asked for
   * @param from the place to begin behind
   */
  EventPages(
      LongFunction<List<EventRecord>> pageAfter,
      ToLongFunction<EventRecord> place,
      int pageEventsMax,
      long from) {
    super(Long.MAX_VALUE, Spliterator.NONNULL | Spliterator.ORDERED | Spliterator.DISTINCT);
    this.pages = new PagesAhead<>(pageAfter, place, pageEventsMax);
    this.place = place;
    this.pageEventsMax = pageEventsMax;
    this.last = from;
  }

  @Override
  public boolean tryAdvance(Consumer<? super EventRecord> action) {
    if (!page.hasNext()) {
      if (headReached) {
        headReached = false;
        return false;
      }
      List<EventRecord> rows = pages.after(last);
      headReached = rows.size() < pageEventsMax;
      page = rows.iterator();
      if (rows.isEmpty()) {
        headReached = false;
        return false;
      }
    }
    EventRecord row = page.next();
    last = place.applyAsLong(row);
    action.accept(row);
    return true;
  }
}
