package io.playledger.eventstore.read;

import java.util.List;

/**
 * A page of the log.
 *
 * @param records found records in the requested order; can be empty although there are more,
 *     because one page scans a bounded part of the log
 * @param nextCursor cursor of the next page
 * @param hasNext whether the log continues behind this page
 */
public record EventLogPage(List<EventRecord> records, long nextCursor, boolean hasNext) {

  public EventLogPage {
    records = List.copyOf(records);
  }
}
