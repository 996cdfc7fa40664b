package io.playledger.eventstore.chain;

import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.SchemaName;
import io.playledger.eventstore.read.EventRecord;
import io.playledger.eventstore.read.EventRows;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Proves that the log is unaltered: recomputes the digest of every event and the chain over them
 * from the tables, and names the first altered position.
 *
 * <p>By itself it cannot detect a log that was cut at its end, or rewritten from some point on with
 * new hashes: for that, start from a {@link ChainCheckpoint} that was kept outside the database.
 */
public final class ChainVerifier {
  private static final int BATCHES_A_PAGE = 200;

  /** Receives the progress of a verification, about every thousand events. */
  @FunctionalInterface
  public interface Progress {
    /**
     * @param verified everything up to here is proved unaltered
     * @param head last position of the chain when the verification began
     */
    void verified(ChainCheckpoint verified, long head);
  }

  private record Batch(long last, long first, byte[] previousHash, byte[] hash, byte[] digests) {
    int events() {
      return Math.toIntExact(last - first + 1);
    }
  }

  private final EventRows rows;
  private final String batches;
  private final String strays;
  private final String eventsOf;

  /**
   * @param schema schema of the event store's tables
   */
  public ChainVerifier(DataSource dataSource, String schema) {
    SchemaName name = new SchemaName(schema);
    this.rows = new EventRows(dataSource, name, EventStoreLimits.defaults().pageEventsMax());
    this.batches =
        """
        SELECT last_position, first_position, previous_hash, hash, event_digests
        FROM %s WHERE last_position >= ? ORDER BY last_position LIMIT %d
        """
            .formatted(name.table("chain"), BATCHES_A_PAGE);
    this.strays = strays(name);
    this.eventsOf =
        "SELECT %s FROM %s WHERE position >= ? AND position <= ? ORDER BY position"
            .formatted(EventRows.COLUMNS, name.table("events"));
  }

  /**
   * Finds an event that no batch has. One statement, so that an append in between cannot look like
   * a stray; each part ends at its first row.
   */
  public static String strays(SchemaName name) {
    return """
    SELECT min(position) FROM (
      (SELECT position FROM %1$s WHERE position >
        (SELECT last_position FROM %2$s ORDER BY last_position DESC LIMIT 1)
        ORDER BY position LIMIT 1)
      UNION ALL
      (SELECT position FROM %1$s WHERE position < 1 ORDER BY position LIMIT 1)) AS stray
    """
        .formatted(name.table("events"), name.table("chain"));
  }

  /** Verifies the whole log. */
  public ChainReport verify() {
    return verify(ChainCheckpoint.START, Long.MAX_VALUE, (verified, head) -> {});
  }

  /**
   * Verifies from a checkpoint on, which must still be a part of the chain.
   *
   * @param eventsMax end after this many events (and the rest of their batch)
   */
  public ChainReport verify(ChainCheckpoint from, long eventsMax, Progress progress) {
    long head = rows.head();
    List<Batch> page = batchesFrom(from.position());
    Optional<ChainReport.Fault> fault = checkAnchor(from, page);
    if (fault.isPresent()) {
      return new ChainReport(from, head, fault);
    }
    ChainCheckpoint verified = from;
    while (page.size() > 1) {
      Batch anchor = page.getFirst();
      EventWindow window = new EventWindow(page.getLast().last());
      for (Batch batch : page.subList(1, page.size())) {
        fault = check(anchor, batch, window);
        if (fault.isPresent()) {
          return new ChainReport(verified, head, fault);
        }
        anchor = batch;
        verified = new ChainCheckpoint(batch.last(), batch.hash());
        if (verified.position() - from.position() >= eventsMax) {
          progress.verified(verified, head);
          return new ChainReport(verified, Math.max(head, rows.head()), Optional.empty());
        }
      }
      progress.verified(verified, head);
      page = batchesFrom(verified.position());
    }
    return new ChainReport(verified, verified.position(), checkStrays());
  }

  private static Optional<ChainReport.Fault> checkAnchor(ChainCheckpoint from, List<Batch> page) {
    if (page.isEmpty() || page.getFirst().last() != from.position()) {
      return fault(from.position(), "the chain has no batch that ends here");
    }
    if (!Arrays.equals(page.getFirst().hash(), from.hash())) {
      return fault(from.position(), "the chain has another hash here than the checkpoint");
    }
    return Optional.empty();
  }

  private Optional<ChainReport.Fault> check(Batch previous, Batch batch, EventWindow window) {
    if (batch.first() != previous.last() + 1 || batch.last() < batch.first()) {
      return fault(previous.last() + 1, "the chain has a gap or an overlap here");
    }
    if (!Arrays.equals(batch.previousHash(), previous.hash())) {
      return fault(batch.first(), "the batch does not continue the hash of the one before");
    }
    if (batch.digests().length != (long) batch.events() * EventDigest.BYTES) {
      return fault(batch.first(), "the batch has not one digest for each event");
    }
    byte[] hash = ChainHash.of(batch.previousHash(), batch.first(), batch.last(), batch.digests());
    if (!Arrays.equals(hash, batch.hash())) {
      return fault(batch.first(), "the batch's hash is not that of its digests");
    }
    return checkEvents(batch, window);
  }

  private Optional<ChainReport.Fault> checkEvents(Batch batch, EventWindow window) {
    EventDigest digest = new EventDigest();
    for (int i = 0; i < batch.events(); i++) {
      long position = batch.first() + i;
      List<EventRecord> found = window.at(position);
      if (found.isEmpty()) {
        return fault(position, "the event is missing");
      }
      if (found.size() > 1) {
        return fault(position, "there are several events at this position");
      }
      int start = i * EventDigest.BYTES;
      byte[] written = Arrays.copyOfRange(batch.digests(), start, start + EventDigest.BYTES);
      if (!Arrays.equals(digestOf(digest, found.getFirst()), written)) {
        return fault(position, "the event is not the one that was written");
      }
    }
    return Optional.empty();
  }

  /** Reads the events of a page of batches, with a limited number in memory. */
  private final class EventWindow {
    private final long pageLast;
    private Map<Long, List<EventRecord>> loaded = Map.of();
    private long loadedTo;

    /**
     * @param pageLast last position known to be in the chain; behind it an append can be in
     *     progress
     */
    private EventWindow(long pageLast) {
      this.pageLast = pageLast;
    }

    private List<EventRecord> at(long position) {
      if (position > loadedTo) {
        loadedTo = Math.min(pageLast, position + rows.pageEventsMax() - 1);
        loaded =
            rows
                .query(
                    eventsOf,
                    statement -> {
                      statement.setLong(1, position);
                      statement.setLong(2, loadedTo);
                    },
                    EventRows::readAll)
                .stream()
                .collect(Collectors.groupingBy(EventRecord::position));
      }
      return loaded.getOrDefault(position, List.of());
    }
  }

  private static byte[] digestOf(EventDigest digest, EventRecord event) {
    return digest.of(
        event.aggregateType(),
        event.aggregateId(),
        event.sequence(),
        event.eventId(),
        EventDigest.micros(event.timestamp()),
        event.payloadType(),
        event.payloadRevision(),
        event.payloadJson().getBytes(StandardCharsets.UTF_8),
        event.metadataJson().getBytes(StandardCharsets.UTF_8));
  }

  private Optional<ChainReport.Fault> checkStrays() {
    OptionalLong stray = rows.query(strays, statement -> {}, EventRows::optional);
    return stray.isPresent()
        ? fault(stray.getAsLong(), "the event is not part of the chain")
        : Optional.empty();
  }

  private static Optional<ChainReport.Fault> fault(long position, String reason) {
    return Optional.of(new ChainReport.Fault(position, reason));
  }

  private List<Batch> batchesFrom(long lastPosition) {
    return rows.query(
        batches, statement -> statement.setLong(1, lastPosition), ChainVerifier::readBatches);
  }

  private static List<Batch> readBatches(ResultSet rows) throws SQLException {
    List<Batch> found = new ArrayList<>();
    while (rows.next()) {
      found.add(
          new Batch(
              rows.getLong(1),
              rows.getLong(2),
              rows.getBytes(3),
              rows.getBytes(4),
              rows.getBytes(5)));
    }
    return found;
  }
}
