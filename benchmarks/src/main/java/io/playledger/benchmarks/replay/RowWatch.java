package io.playledger.benchmarks.replay;

import io.playledger.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A reader on a connection of its own that looks again and again for new postings and notes when it
 * first saw each transaction's. It looks about twice a millisecond, so it sees a row that much late
 * at most.
 */
final class RowWatch implements AutoCloseable {

  private static final long PAUSE_NANOS = 250_000;

  private final PostgresDatabase database;
  private final Map<UUID, Long> seenNanos = new ConcurrentHashMap<>();
  private final Thread thread = Thread.ofPlatform().name("row-watch").unstarted(this::watch);
  private volatile boolean ended;
  private volatile @Nullable SQLException failure;

  private RowWatch(PostgresDatabase database) {
    this.database = database;
  }

  static RowWatch start(PostgresDatabase database) {
    RowWatch watch = new RowWatch(database);
    watch.thread.start();
    return watch;
  }

  private void watch() {
    try (Connection connection = database.connect();
        PreparedStatement look =
            connection.prepareStatement(
                "SELECT position, transaction FROM read_model.posting"
                    + " WHERE position > ? AND line = 0 ORDER BY position")) {
      long position = 0;
      while (!ended) {
        look.setLong(1, position);
        try (ResultSet row = look.executeQuery()) {
          long now = System.nanoTime();
          while (row.next()) {
            position = row.getLong(1);
            seenNanos.put(row.getObject(2, UUID.class), now);
          }
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (SQLException e) {
      failure = e;
    }
  }

  int count() throws SQLException {
    if (failure != null) {
      throw failure;
    }
    return seenNanos.size();
  }

  /** When the transaction was first seen, by {@link System#nanoTime()}. */
  long seenNanos(UUID transaction) {
    return seenNanos.get(transaction);
  }

  @Override
  public void close() {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
