package io.playledger.eventstore.read;

import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.SchemaName;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The log for auditors: raw records by filter, in pages.
 *
 * <p>A history of one aggregate comes from its index, and a time range is first turned into a
 * position range. Every other filter scans: one page scans at most {@code auditScanEventsMax}
 * positions, which limits its cost, and returns where to continue. A frequent look-up belongs into
 * a projection.
 */
public final class EventLogReader {
  /** Cursor of the first page, in both orders. */
  public static final long START = 0;

  private static final int QUERY_SECONDS_MAX = 30;

  /** The direction of a read. */
  public enum Order {
    OLDEST_FIRST,
    NEWEST_FIRST
  }

  private final EventRows rows;
  private final EventStoreLimits limits;
  private final String actorKey;
  private final String correlationKey;
  private final String select;

  /**
   * @param schema schema of the event store's tables
   * @param actorKey metadata key of the actor
   * @param correlationKey metadata key of the correlation id
   */
  public EventLogReader(
      DataSource dataSource,
      String schema,
      EventStoreLimits limits,
      String actorKey,
      String correlationKey) {
    SchemaName name = new SchemaName(schema);
    this.rows = new EventRows(dataSource, name, limits.pageEventsMax());
    this.limits = limits;
    this.actorKey = actorKey;
    this.correlationKey = correlationKey;
    this.select = "SELECT %s FROM %s WHERE ".formatted(EventRows.COLUMNS, name.table("events"));
  }

  /** The last position of the log; 0 while it is empty. */
  public long head() {
    return rows.head();
  }

  /** The event at a position, if the log has come that far. */
  public Optional<EventRecord> readAt(long position) {
    return rows
        .query(
            select + "position = ?",
            statement -> statement.setLong(1, position),
            EventRows::readAll)
        .stream()
        .findFirst();
  }

  /**
   * One page.
   *
   * @param cursor {@link #START}, or the {@code nextCursor} of the page before
   * @param limit records wanted; at most {@code auditPageRecordsMax} are given
   */
  public EventLogPage read(EventLogFilter filter, Order order, long cursor, int limit) {
    if (cursor < 0 || limit <= 0) {
      throw new IllegalArgumentException("cursor must not be negative, limit must be positive");
    }
    int wanted = Math.min(limit, limits.auditPageRecordsMax());
    Range log = logRange(filter);
    if (log.isEmpty()) {
      return new EventLogPage(List.of(), cursor, false);
    }
    Range left = order == Order.OLDEST_FIRST ? log.above(cursor) : log.below(cursor);
    if (left.isEmpty()) {
      return new EventLogPage(List.of(), cursor, false);
    }
    // an index finds an aggregate's events wherever they are
    Range window =
        filter.aggregateId() != null ? left : left.clipped(order, limits.auditScanEventsMax());
    List<EventRecord> records = find(filter, window, order, wanted);
    long next;
    if (records.size() == wanted) {
      next = records.getLast().position();
    } else {
      next = order == Order.OLDEST_FIRST ? window.last() : window.first();
    }
    boolean hasNext = order == Order.OLDEST_FIRST ? next < log.last() : next > log.first();
    return new EventLogPage(records, next, hasNext);
  }

  private Range logRange(EventLogFilter filter) {
    long first = filter.fromPosition() == null ? 1 : Math.max(1, filter.fromPosition());
    long last = head();
    if (filter.toPosition() != null) {
      last = Math.min(last, filter.toPosition());
    }
    if (filter.aggregateId() != null) {
      // its own index is the shorter way; the times are compared event by event
      return new Range(first, last);
    }
    if (filter.from() != null) {
      OptionalLong since = rows.firstPositionSince(filter.from());
      first = since.isPresent() ? Math.max(first, since.getAsLong()) : last + 1;
    }
    if (filter.to() != null) {
      OptionalLong before = rows.lastPositionBefore(filter.to());
      last = before.isPresent() ? Math.min(last, before.getAsLong()) : 0;
    }
    return new Range(first, last);
  }

  private List<EventRecord> find(EventLogFilter filter, Range range, Order order, int wanted) {
    Conditions conditions = new Conditions();
    conditions.add("position >= ?", range.first());
    conditions.add("position <= ?", range.last());
    conditions.add("aggregate_id = ?", filter.aggregateId());
    addName(conditions, "aggregate_type", filter.aggregateType());
    addName(conditions, "payload_type", filter.payloadType());
    if (filter.actor() != null) {
      conditions.add("metadata ->> ?", actorKey);
      conditions.more(" = ?", filter.actor());
    }
    if (filter.correlationId() != null) {
      conditions.add("metadata ->> ?", correlationKey);
      conditions.more(" = ?", filter.correlationId());
    }
    conditions.add("occurred_at >= ?", atUtc(filter.from()));
    conditions.add("occurred_at < ?", atUtc(filter.to()));
    String by = filter.aggregateId() != null ? "sequence_number" : "position";
    String direction = order == Order.OLDEST_FIRST ? "" : " DESC";
    String sql = select + conditions.sql + " ORDER BY " + by + direction + " LIMIT " + wanted;
    return rows.query(
        sql,
        statement -> {
          statement.setQueryTimeout(QUERY_SECONDS_MAX);
          conditions.bind(statement);
        },
        EventRows::readAll);
  }

  /** Matches the full name or its last part. */
  private static void addName(Conditions conditions, String column, @Nullable String name) {
    if (name != null) {
      conditions.add("(%s = ?".formatted(column), name);
      conditions.more(" OR right(%s, char_length(?) + 1)".formatted(column), name);
      conditions.more(" = '.' || ?)", name);
    }
  }

  private static @Nullable Object atUtc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** Positions from first to last, both included. */
  private record Range(long first, long last) {
    boolean isEmpty() {
      return first > last;
    }

    Range above(long cursor) {
      return new Range(Math.max(first, cursor + 1), last);
    }

    Range below(long cursor) {
      return cursor == START ? this : new Range(first, Math.min(last, cursor - 1));
    }

    Range clipped(Order order, int positions) {
      return order == Order.OLDEST_FIRST
          ? new Range(first, Math.min(last, first + positions - 1))
          : new Range(Math.max(first, last - positions + 1), last);
    }
  }

  /** A WHERE clause and its parameters; conditions on null are left out. */
  private static final class Conditions {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    void add(String condition, @Nullable Object parameter) {
      if (parameter != null) {
        sql.append(sql.isEmpty() ? "" : " AND ").append(condition);
        parameters.add(parameter);
      }
    }

    void more(String text, Object parameter) {
      sql.append(text);
      parameters.add(parameter);
    }

    void bind(PreparedStatement statement) throws SQLException {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
    }
  }
}
