package io.playledger.eventstore.read;

import io.playledger.eventstore.SchemaName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads rows of the log, page by page. */
public final class EventRows {
  /** Columns of an event, as {@link #readAll} expects them. */
  public static final String COLUMNS =
      "position, aggregate_type, aggregate_id, sequence_number, event_id, occurred_at,"
          + " payload_type, payload_revision, payload, metadata";

  private final DataSource dataSource;
  private final int pageEventsMax;
  final String byPosition;
  final String byAggregate;
  final String head;
  final String lastSequence;
  final String goneOn;
  final PositionsByTime byTime;

  /** Reads this schema's log. */
  public EventRows(DataSource dataSource, SchemaName schema, int pageEventsMax) {
    this.dataSource = dataSource;
    this.pageEventsMax = pageEventsMax;
    String events = schema.table("events");
    // the limit is written out, or the planner would guess that a tenth of the log is wanted
    this.byPosition =
        "SELECT %s FROM %s WHERE position > ? AND position <= ? ORDER BY position LIMIT %d"
            .formatted(COLUMNS, events, pageEventsMax);
    this.byAggregate =
        ("SELECT %s FROM %s WHERE aggregate_id = ? AND sequence_number >= ?"
                + " ORDER BY sequence_number LIMIT %d")
            .formatted(COLUMNS, events, pageEventsMax);
    this.head =
        "SELECT last_position FROM %s ORDER BY last_position DESC LIMIT 1"
            .formatted(schema.table("chain"));
    this.byTime = new PositionsByTime(this, events);
    this.lastSequence =
        "SELECT max(sequence_number) FROM %s WHERE aggregate_id = ?".formatted(events);
    this.goneOn = "SELECT known.aggregate_id FROM " + goneOn(events);
  }

  /** Events of a full page. */
  public int pageEventsMax() {
    return pageEventsMax;
  }

  /** The events behind {@code position}; fewer than a page only at the head of the log. */
  List<EventRecord> pageAfter(long position) {
    return query(
        byPosition,
        statement -> {
          statement.setLong(1, position);
          statement.setLong(2, Math.addExact(position, pageEventsMax));
        },
        EventRows::readAll);
  }

  List<EventRecord> pageOfAggregate(String aggregateId, long firstSequence) {
    return query(
        byAggregate,
        statement -> {
          statement.setString(1, aggregateId);
          statement.setLong(2, firstSequence);
        },
        EventRows::readAll);
  }

  /** The last position of the log; 0 while it is empty. */
  public long head() {
    return query(head, statement -> {}, rows -> rows.next() ? rows.getLong(1) : 0L);
  }

  /**
   * Position of the first event at or after this instant. An event whose time is out of order by
   * more than seconds may be missed.
   */
  public OptionalLong firstPositionSince(Instant instant) {
    return byTime.firstSince(instant);
  }

  /** Position of the last event before this instant, with the same exception. */
  OptionalLong lastPositionBefore(Instant instant) {
    return byTime.lastBefore(instant);
  }

  /** Sequence of an aggregate's last event. */
  public OptionalLong lastSequence(String aggregateId) {
    return query(
        lastSequence, statement -> statement.setString(1, aggregateId), EventRows::optional);
  }

  /** The aggregates that have an event behind the known sequence. */
  public Set<String> goneOn(Map<String, Long> known) {
    if (known.isEmpty()) {
      return Set.of();
    }
    String[] ids = known.keySet().toArray(String[]::new);
    Long[] sequences = Arrays.stream(ids).map(known::get).toArray(Long[]::new);
    return query(
        goneOn,
        statement -> {
          statement.setArray(1, statement.getConnection().createArrayOf("text", ids));
          statement.setArray(2, statement.getConnection().createArrayOf("int8", sequences));
        },
        rows -> {
          Set<String> found = new HashSet<>();
          while (rows.next()) {
            found.add(rows.getString(1));
          }
          return found;
        });
  }

  /** A row with one number, which may be missing. */
  public static OptionalLong optional(ResultSet rows) throws SQLException {
    rows.next();
    long value = rows.getLong(1);
    return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** All rows, with {@link #COLUMNS}. */
  public static List<EventRecord> readAll(ResultSet rows) throws SQLException {
    List<EventRecord> records = new ArrayList<>();
    while (rows.next()) {
      records.add(read(rows));
    }
    return records;
  }

  /**
   * Finds in two arrays, ids and sequences, those that are followed by an event. LIMIT makes it one
   * look-up in the unique index each, whatever the planner estimates.
   */
  public static String goneOn(String events) {
    return """
    unnest(?::text[], ?::bigint[]) AS known(aggregate_id, sequence_number)
          CROSS JOIN LATERAL (SELECT FROM %s AS e WHERE e.aggregate_id = known.aggregate_id
            AND e.sequence_number = known.sequence_number + 1 LIMIT 1) AS next"""
        .formatted(events);
  }

  private static EventRecord read(ResultSet row) throws SQLException {
    return new EventRecord(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }

  /** Sets a statement's parameters. */
  public interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }

  /** Reads a statement's rows. */
  public interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  /** Queries on a connection of its own. */
  public <T> T query(String sql, Binder binder, Reader<T> reader) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binder.bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        return reader.read(rows);
      }
    } catch (SQLException e) {
      throw new EventStoreException("The event log could not be read: " + e.getMessage(), e);
    }
  }
}
