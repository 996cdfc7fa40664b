package io.playledger.eventstore;

import java.util.List;

/**
 * A page of the log.
 *
 * @param records what was found, in the order asked for; can be empty although there is more, since
 *     one page looks at a bounded stretch of the log only
 * @param nextCursor cursor of the next page
 * @param hasNext whether the log goes on behind this page
 */
public record EventLogPage(List<EventRecord> records, long nextCursor, boolean hasNext) {

  public EventLogPage {
    records = List.copyOf(records);
  }
}
