package io.playledger.runtime.deadletter;

import io.playledger.runtime.processor.LogPositions;
import io.playledger.runtime.serialization.TypeNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of dead letters. Every call takes part in the caller's transaction. */
public final class DeadLetterTable {

  private static final int CAUSE_CHARS_MAX = 2_000;

  private final JdbcTemplate jdbc;
  private final String schema;
  private final TypeNames names;
  private final String table;

  /**
   * @param schema of the axon tables
   * @param names of the events
   */
  public DeadLetterTable(JdbcTemplate jdbc, String schema, TypeNames names) {
    this.jdbc = jdbc;
    this.schema = schema;
    this.names = names;
    this.table = schema + ".dead_letter";
  }

  /** The same table through another connection. */
  public DeadLetterTable by(JdbcTemplate other) {
    return new DeadLetterTable(other, schema, names);
  }

  /** The sequence of an event: its aggregate. */
  public static String sequenceOf(EventMessage<?> event) {
    return event instanceof DomainEventMessage<?> domainEvent
        ? domainEvent.getAggregateIdentifier()
        : event.getIdentifier();
  }

  /** Sequences of this segment with open letters. */
  List<String> openSequences(String processor, int segment) {
    return jdbc.queryForList(
        "SELECT DISTINCT sequence FROM %s WHERE processor = ? AND segment = ? AND discarded_at IS NULL"
            .formatted(table),
        String.class,
        processor,
        segment);
  }

  /** Locks the letters of this processor until the transaction ends. */
  public void lock(String processor) {
    jdbc.queryForList("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "dead:" + processor);
  }

  /** Adds a letter, or updates the cause of an existing one. */
  void park(DeadLetterQueue queue, EventMessage<?> event, Throwable cause) {
    jdbc.update(
        """
        INSERT INTO %s AS letter
          (id, processor, segment, sequence, position, event_id, event_type, cause, attempts)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
        ON CONFLICT (processor, segment, position) DO UPDATE
        SET cause = excluded.cause, attempts = letter.attempts + 1,
            last_tried_at = clock_timestamp()
        """
            .formatted(table),
        Stream.concat(Stream.of(row(queue, event)), Stream.of(causeText(cause))).toArray());
  }

  /** Adds letters of events that wait behind others. */
  void parkBehind(DeadLetterQueue queue, List<? extends EventMessage<?>> events) {
    jdbc.batchUpdate(
        """
        INSERT INTO %s (id, processor, segment, sequence, position, event_id, event_type, attempts)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0)
        ON CONFLICT (processor, segment, position) DO NOTHING
        """
            .formatted(table),
        events.stream().map(event -> row(queue, event)).toList());
  }

  private Object[] row(DeadLetterQueue queue, EventMessage<?> event) {
    return new Object[] {
      UUID.fromString(IdentifierFactory.getInstance().generateIdentifier()),
      queue.processor(),
      queue.segment(),
      sequenceOf(event),
      LogPositions.of(event),
      event.getIdentifier(),
      names.nameOf(event.getPayloadType())
    };
  }

  void failedAgain(UUID id, Throwable cause) {
    jdbc.update(
        "UPDATE %s SET cause = ?, attempts = attempts + 1, last_tried_at = clock_timestamp() WHERE id = ?"
            .formatted(table),
        causeText(cause),
        id);
  }

  void delete(UUID id) {
    jdbc.update("DELETE FROM %s WHERE id = ?".formatted(table), id);
  }

  /** Positions of the events that an admin discarded for this processor. */
  public Set<Long> discardedPositions(String processor) {
    return Set.copyOf(
        jdbc.queryForList(
            "SELECT position FROM %s WHERE processor = ? AND discarded_at IS NOT NULL"
                .formatted(table),
            Long.class,
            processor));
  }

  /** Deletes the open letters up to this position: a rebuild has handled their events. */
  public void deleteUpTo(String processor, long position) {
    jdbc.update(
        "DELETE FROM %s WHERE processor = ? AND position <= ? AND discarded_at IS NULL"
            .formatted(table),
        processor,
        position);
  }

  boolean discard(UUID id, String reason, String actorId) {
    return jdbc.update(
            """
            UPDATE %s SET discarded_at = clock_timestamp(), discard_reason = ?, discarded_by = ?
            WHERE id = ? AND discarded_at IS NULL
            """
                .formatted(table),
            reason,
            actorId,
            id)
        == 1;
  }

  Optional<DeadLetter> find(UUID id) {
    return jdbc
        .query("SELECT * FROM %s WHERE id = ?".formatted(table), (row, _) -> read(row), id)
        .stream()
        .findFirst();
  }

  /** The oldest open letter of a sequence. */
  Optional<DeadLetter> first(String processor, int segment, String sequence) {
    return jdbc
        .query(
            """
            SELECT * FROM %s
            WHERE processor = ? AND segment = ? AND sequence = ? AND discarded_at IS NULL
            ORDER BY position LIMIT 1
            """
                .formatted(table),
            (row, _) -> read(row),
            processor,
            segment,
            sequence)
        .stream()
        .findFirst();
  }

  List<DeadLetter> open(@Nullable String processor, int limit) {
    return jdbc.query(
        """
        SELECT * FROM %s
        WHERE discarded_at IS NULL AND (?::text IS NULL OR processor = ?)
        ORDER BY position, processor LIMIT ?
        """
            .formatted(table),
        (row, _) -> read(row),
        processor,
        processor,
        limit);
  }

  /** Open letters of this processor. */
  public long count(String processor) {
    Long count =
        jdbc.queryForObject(
            "SELECT count(*) FROM %s WHERE processor = ? AND discarded_at IS NULL".formatted(table),
            Long.class,
            processor);
    return count == null ? 0 : count;
  }

  private static String causeText(Throwable cause) {
    StringBuilder text = new StringBuilder(cause.toString());
    for (Throwable next = cause.getCause();
        next != null && text.length() < CAUSE_CHARS_MAX;
        next = next.getCause()) {
      text.append("\ncaused by ").append(next);
    }
    return text.substring(0, Math.min(CAUSE_CHARS_MAX, text.length())).replace("\u0000", "");
  }

  private static DeadLetter read(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getObject("id", UUID.class),
        row.getString("processor"),
        row.getInt("segment"),
        row.getString("sequence"),
        row.getLong("position"),
        row.getString("event_id"),
        row.getString("event_type"),
        row.getString("cause"),
        row.getInt("attempts"),
        row.getObject("first_failed_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_tried_at", OffsetDateTime.class).toInstant(),
        row.getString("discard_reason"),
        row.getString("discarded_by"));
  }
}
