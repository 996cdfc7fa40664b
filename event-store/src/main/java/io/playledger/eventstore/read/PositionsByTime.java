package io.playledger.eventstore.read;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * Finds positions by the times of their events. Positions are gapless, and times grow with them
 * except for small differences: so a binary search finds the place, and only the events around it
 * are compared one by one. Its cost does not grow with the log.
 */
final class PositionsByTime {

  /**
   * How much earlier an event can be than one before it: nodes' clocks differ by seconds, and an
   * event waits for its append.
   */
  static final Duration DISORDER_MAX = Duration.ofSeconds(15);

  private final EventRows rows;
  final String timeAt;
  final String firstSince;
  final String lastBefore;

  /**
   * @param events name of the table
   */
  PositionsByTime(EventRows rows, String events) {
    this.rows = rows;
    this.timeAt = "SELECT occurred_at FROM %s WHERE position = ?".formatted(events);
    String near = "FROM %s WHERE position > ? AND position <= ? AND occurred_at".formatted(events);
    this.firstSince = "SELECT position %s >= ? ORDER BY position LIMIT 1".formatted(near);
    this.lastBefore = "SELECT position %s < ? ORDER BY position DESC LIMIT 1".formatted(near);
  }

  /** Position of the first event at or after this instant. */
  OptionalLong firstSince(Instant instant) {
    long head = rows.head();
    long before = place(instant.minus(DISORDER_MAX), head);
    long after = place(instant.plus(DISORDER_MAX), head);
    OptionalLong found = near(firstSince, before, after, instant);
    return found.isPresent() || after == head ? found : OptionalLong.of(after + 1);
  }

  /** Position of the last event before this instant. */
  OptionalLong lastBefore(Instant instant) {
    long head = rows.head();
    long before = place(instant.minus(DISORDER_MAX), head);
    long after = place(instant.plus(DISORDER_MAX), head);
    OptionalLong found = near(lastBefore, before, after, instant);
    return found.isPresent() || before == 0 ? found : OptionalLong.of(before);
  }

  private OptionalLong near(String sql, long before, long after, Instant instant) {
    return rows.query(
        sql,
        statement -> {
          statement.setLong(1, before);
          statement.setLong(2, after);
          statement.setObject(3, instant.atOffset(ZoneOffset.UTC));
        },
        found -> found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty());
  }

  /** The last position whose event is earlier than this, as if times grew without exception. */
  private long place(Instant instant, long head) {
    long low = 0;
    long high = head;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (timeAt(middle).isBefore(instant)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private Instant timeAt(long position) {
    return rows.query(
        timeAt,
        statement -> statement.setLong(1, position),
        found -> {
          if (!found.next()) {
            throw new IllegalStateException("The log has no event at position " + position);
          }
          return found.getObject(1, OffsetDateTime.class).toInstant();
        });
  }
}
