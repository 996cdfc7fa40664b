package io.playledger.eventstore.snapshot;

import io.playledger.eventstore.SchemaName;
import io.playledger.eventstore.read.EventRecord;
import io.playledger.eventstore.read.EventRows;
import io.playledger.eventstore.read.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * The latest few snapshots of each aggregate. They can be deleted at any time, because the log
 * contains everything.
 */
public final class SnapshotStore {
  private final DataSource dataSource;
  private final EventRows rows;
  private final Serializer serializer;
  private final EventUpcaster upcaster;
  private final SnapshotFilter filter;
  private final String insert;
  private final String prune;
  private final String latest;

  /**
   * @param snapshotsKeptMax of one aggregate
   */
  public SnapshotStore(
      DataSource dataSource,
      SchemaName schema,
      EventRows rows,
      Serializer serializer,
      EventUpcaster upcaster,
      SnapshotFilter filter,
      int snapshotsKeptMax) {
    this.dataSource = dataSource;
    this.rows = rows;
    this.serializer = serializer;
    this.upcaster = upcaster;
    this.filter = filter;
    String table = schema.table("snapshots");
    this.insert =
        """
        INSERT INTO %s (aggregate_id, sequence_number, aggregate_type, event_id, occurred_at,
          payload_type, payload_revision, payload, metadata)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (aggregate_id, sequence_number) DO UPDATE SET
          aggregate_type = excluded.aggregate_type, event_id = excluded.event_id,
          occurred_at = excluded.occurred_at, payload_type = excluded.payload_type,
          payload_revision = excluded.payload_revision, payload = excluded.payload,
          metadata = excluded.metadata
        """
            .formatted(table);
    this.prune =
        """
        DELETE FROM %1$s WHERE aggregate_id = ? AND sequence_number < (
          SELECT min(sequence_number) FROM (
            SELECT sequence_number FROM %1$s WHERE aggregate_id = ?
            ORDER BY sequence_number DESC LIMIT %2$d) AS kept)
        """
            .formatted(table, snapshotsKeptMax);
    this.latest =
        "SELECT 0 AS position, %s FROM %s WHERE aggregate_id = ? ORDER BY sequence_number DESC LIMIT %d"
            .formatted(EventRows.COLUMNS.substring("position, ".length()), table, snapshotsKeptMax);
  }

  /** Keeps a snapshot, and deletes the oldest where there are too many. */
  public void store(DomainEventMessage<?> snapshot) {
    SerializedObject<String> payload = snapshot.serializePayload(serializer, String.class);
    SerializedObject<String> metadata = snapshot.serializeMetaData(serializer, String.class);
    try (Connection connection = dataSource.getConnection()) {
      try (PreparedStatement statement = connection.prepareStatement(insert)) {
        statement.setString(1, snapshot.getAggregateIdentifier());
        statement.setLong(2, snapshot.getSequenceNumber());
        statement.setString(3, snapshot.getType());
        statement.setString(4, snapshot.getIdentifier());
        statement.setObject(5, snapshot.getTimestamp().atOffset(ZoneOffset.UTC));
        statement.setString(6, payload.getType().getName());
        statement.setString(7, payload.getType().getRevision());
        statement.setString(8, payload.getData());
        statement.setString(9, metadata.getData());
        statement.executeUpdate();
      }
      try (PreparedStatement statement = connection.prepareStatement(prune)) {
        statement.setString(1, snapshot.getAggregateIdentifier());
        statement.setString(2, snapshot.getAggregateIdentifier());
        statement.executeUpdate();
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } catch (SQLException e) {
      throw new EventStoreException(
          "The snapshot of [%s] could not be stored: %s"
              .formatted(snapshot.getAggregateIdentifier(), e.getMessage()),
          e);
    }
  }

  /** The latest snapshot that may be used. */
  public Optional<DomainEventMessage<?>> read(String aggregateId) {
    List<EventRecord> found =
        rows.query(latest, statement -> statement.setString(1, aggregateId), EventRows::readAll);
    return found.stream()
        .map(row -> new StoredEvent.OfAggregate(row, new GlobalSequenceTrackingToken(0)))
        .filter(filter::allow)
        .findFirst()
        .flatMap(
            data ->
                EventStreamUtils.upcastAndDeserializeDomainEvents(
                        java.util.stream.Stream.of(data), serializer, upcaster)
                    .asStream()
                    .findFirst());
  }
}
