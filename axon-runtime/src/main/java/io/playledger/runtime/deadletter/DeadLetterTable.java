package io.playledger.runtime.deadletter;

import io.playledger.runtime.processor.LogPositions;
import io.playledger.runtime.serialization.TypeNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  /** Sequences of this processor with open letters. */
  public Set<String> openSequences(String processor) {
    return new HashSet<>(
        jdbc.queryForList(
            "SELECT DISTINCT sequence FROM %s WHERE processor = ? AND discarded_at IS NULL"
                .formatted(table),
            String.class,
            processor));
  }

  /** Whether letters of this sequence are open now. */
  public boolean isOpen(String processor, String sequence) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "SELECT EXISTS (SELECT 1 FROM %s WHERE processor = ? AND sequence = ? AND discarded_at IS NULL)"
                .formatted(table),
            Boolean.class,
            processor,
            sequence));
  }

  /** Locks the letters of this processor until the transaction ends. */
  public void lock(String processor) {
    jdbc.queryForList("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "dead:" + processor);
  }

  /** Adds a letter, or updates the cause of an existing one. */
  public void park(String processor, EventMessage<?> event, @Nullable Throwable cause) {
    jdbc.update(
        """
        INSERT INTO %s AS letter
          (id, processor, sequence, position, event_id, event_type, cause, attempts)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (processor, position) DO UPDATE
        SET cause = excluded.cause, attempts = letter.attempts + excluded.attempts,
            last_tried_at = clock_timestamp()
        """
            .formatted(table),
        UUID.fromString(IdentifierFactory.getInstance().generateIdentifier()),
        processor,
        sequenceOf(event),
        LogPositions.of(event),
        event.getIdentifier(),
        names.nameOf(event.getPayloadType()),
        causeText(cause),
        cause == null ? 0 : 1);
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

  /** Replaces the letters up to this position by the failures of a rebuild. */
  public void replaceUpTo(String processor, long position) {
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
  Optional<DeadLetter> first(String processor, String sequence) {
    return jdbc
        .query(
            """
            SELECT * FROM %s WHERE processor = ? AND sequence = ? AND discarded_at IS NULL
            ORDER BY position LIMIT 1
            """
                .formatted(table),
            (row, _) -> read(row),
            processor,
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

  private static @Nullable String causeText(@Nullable Throwable cause) {
    if (cause == null) {
      return null;
    }
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
