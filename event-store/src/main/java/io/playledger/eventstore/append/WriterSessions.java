package io.playledger.eventstore.append;

import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.EventStoreObserver;
import io.playledger.eventstore.EventStoreUnavailableException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the writer connected: one session at a time, reopened after a failure, in bounded time. */
final class WriterSessions implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(WriterSessions.class);
  private static final long RETRY_MILLIS_MIN = 20;
  private static final long RETRY_MILLIS_MAX = 500;

  private final DataSource dataSource;
  private final BatchSql sql;
  private final String nodeId;
  private final EventStoreLimits limits;
  private final EventStoreObserver observer;

  private WriterSession session;
  private WriterSession.Backend predecessor;
  private boolean away;

  WriterSessions(
      DataSource dataSource,
      BatchSql sql,
      String nodeId,
      EventStoreLimits limits,
      EventStoreObserver observer) {
    this.dataSource = dataSource;
    this.sql = sql;
    this.nodeId = nodeId;
    this.limits = limits;
    this.observer = observer;
  }

  /**
   * The session, reconnected if necessary. When it returns, no earlier session of this writer works
   * on the server any more.
   *
   * @throws EventStoreUnavailableException if no connection was available in time
   */
  WriterSession current() throws InterruptedException {
    if (session != null) {
      return session;
    }
    long deadlineNanos =
        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.connectWaitMillisMax());
    long pauseMillis = RETRY_MILLIS_MIN;
    while (true) {
      try {
        session = connect();
        observer.connected();
        if (away) {
          logger.info("The event store's writer is connected again");
          away = false;
        }
        return session;
      } catch (SQLException | RuntimeException e) {
        // a pool may have failures of its own kind
        if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMillis) > deadlineNanos) {
          throw new EventStoreUnavailableException(
              "The database could not be reached in %d ms (connectWaitMillisMax): %s"
                  .formatted(limits.connectWaitMillisMax(), e.getMessage()),
              e);
        }
        if (!away) {
          logger.warn("The event store's database does not answer, trying again: {}", e.toString());
          away = true;
        }
      }
      Thread.sleep(pauseMillis);
      pauseMillis = Math.min(2 * pauseMillis, RETRY_MILLIS_MAX);
    }
  }

  private WriterSession connect() throws SQLException {
    WriterSession opened = WriterSession.open(dataSource, sql, nodeId, limits);
    try {
      if (predecessor != null && !opened.end(predecessor)) {
        throw new SQLException("The earlier backend " + predecessor.pid() + " is still at work");
      }
      predecessor = null;
      return opened;
    } catch (SQLException | RuntimeException e) {
      opened.abort();
      throw e;
    }
  }

  /** Abandons a session whose state is unknown. */
  void discard() {
    if (session != null) {
      predecessor = session.backend();
      session.abort();
      session = null;
      observer.connectionLost();
    }
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
