package io.playledger.verification.proof.control;

import io.playledger.verification.proof.log.EventDigests;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Recomputes the whole hash chain, like an attacker with write access to the database, or like a
 * store that omits a field.
 */
final class ChainForger {

  private record Batch(long first, long last) {}

  private record Event(long position, byte[] digest) {}

  private final JdbcTemplate sql;
  private final boolean metadataLeftOut;

  private ChainForger(JdbcTemplate sql, boolean metadataLeftOut) {
    this.sql = sql;
    this.metadataLeftOut = metadataLeftOut;
  }

  /** So that the chain fits the events as they are now. */
  static void forge(JdbcTemplate sql) {
    new ChainForger(sql, false).run();
  }

  /** So that the chain says nothing about metadata. */
  static void forgeWithoutMetadata(JdbcTemplate sql) {
    new ChainForger(sql, true).run();
  }

  private void run() {
    byte[] previous = EventDigests.beginning();
    List<Batch> batches =
        sql.query(
            """
            SELECT first_position, last_position FROM event_store.chain
            WHERE last_position > 0 ORDER BY last_position
            """,
            (row, _) -> new Batch(row.getLong(1), row.getLong(2)));
    for (Batch batch : batches) {
      byte[] digests = digests(batch);
      byte[] hash = EventDigests.ofBatch(previous, batch.first(), batch.last(), digests);
      sql.update(
          """
          UPDATE event_store.chain SET previous_hash = ?, hash = ?, event_digests = ?
          WHERE last_position = ?
          """,
          previous,
          hash,
          digests,
          batch.last());
      previous = hash;
    }
  }

  private byte[] digests(Batch batch) {
    List<Event> events =
        sql.query(
            """
            SELECT position, aggregate_type, aggregate_id, sequence_number, event_id, occurred_at,
              payload_type, payload_revision, payload, metadata
            FROM event_store.events WHERE position BETWEEN ? AND ? ORDER BY position
            """,
            (row, _) -> new Event(row.getLong(1), digest(row)),
            batch.first(),
            batch.last());
    ByteBuffer all =
        ByteBuffer.allocate(
            Math.toIntExact((batch.last() - batch.first() + 1) * EventDigests.BYTES));
    for (Event event : events) {
      all.put(
          Math.toIntExact((event.position() - batch.first()) * EventDigests.BYTES), event.digest());
    }
    return all.array();
  }

  private byte[] digest(ResultSet row) throws SQLException {
    return EventDigests.of(
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        metadataLeftOut ? "" : row.getString(10));
  }
}
