package io.playledger.eventstore.tail;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to a channel of PostgreSQL (LISTEN) on its own connection and thread until it is closed.
 * Nothing else ends it: a broken connection is reopened, and a subscriber that failed starts again
 * on a new connection.
 */
public final class ChannelListener implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(ChannelListener.class);
  private static final int LISTEN_MILLIS = 500;
  private static final int PROBE_EVERY_ROUNDS = 20;
  private static final int PROBE_SECONDS = 2;
  private static final int ANSWER_MILLIS_MAX = 10_000;
  private static final long RETRY_MILLIS = 500;
  private static final long STOP_MILLIS_MAX = 2_000;

  private final DataSource dataSource;
  private final String channel;
  private final Hearer hearer;
  private final AtomicBoolean started = new AtomicBoolean();
  private final Thread thread;
  private volatile boolean closed;

  /** A subscriber. It is called by one thread. */
  public interface Hearer {

    /** Listening has started; earlier notifications may be lost. */
    void listening();

    /**
     * Notifications have arrived.
     *
     * @param notices payloads, at least one, in the order of their commits
     */
    void heard(List<String> notices);
  }

  /** Listens on a connection that others can use afterwards. */
  private record Listening(Connection connection) implements AutoCloseable {

    static Listening to(Connection connection, String channel) throws SQLException {
      connection.setAutoCommit(true);
      connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS_MAX);
      try (Statement statement = connection.createStatement()) {
        statement.execute("LISTEN " + channel);
      }
      return new Listening(connection);
    }

    @Override
    public void close() throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("UNLISTEN *");
      }
      connection.setNetworkTimeout(Runnable::run, 0);
    }
  }

  /**
   * Creates a listener that is not listening yet.
   *
   * @param dataSource supplies a lasting connection
   * @param channel a plain name
   * @param threadName name of the listening thread
   */
  public ChannelListener(DataSource dataSource, String channel, String threadName, Hearer hearer) {
    this.dataSource = dataSource;
    this.channel = channel;
    this.hearer = hearer;
    this.thread = Thread.ofPlatform().daemon().name(threadName).unstarted(this::listen);
  }

  /** Starts to listen, unless it does already. */
  public void start() {
    if (!closed && started.compareAndSet(false, true)) {
      thread.start();
    }
  }

  private void listen() {
    boolean brokenOff = false;
    while (!closed) {
      try (Connection connection = dataSource.getConnection();
          Listening _ = Listening.to(connection, channel)) {
        hearer.listening();
        if (brokenOff) {
          logger.info("Listening to {} again", channel);
          brokenOff = false;
        }
        hear(connection);
      } catch (SQLException | RuntimeException e) {
        // also what the hearer or the data source throws: the next round begins from the beginning
        if (!brokenOff && !closed) {
          logger.info("Listening to {} broke off, trying again: {}", channel, e.toString());
          brokenOff = true;
        }
        pause();
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    for (int round = 1; !closed; round++) {
      PGNotification[] heard = postgres.getNotifications(LISTEN_MILLIS);
      if (closed) {
        return;
      }
      if (heard != null && heard.length > 0) {
        hearer.heard(Arrays.stream(heard).map(PGNotification::getParameter).toList());
      }
      if (round % PROBE_EVERY_ROUNDS == 0 && !connection.isValid(PROBE_SECONDS)) {
        throw new SQLException("The listening connection no longer answers");
      }
    }
  }

  private void pause() {
    try {
      if (!closed) {
        Thread.sleep(RETRY_MILLIS);
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** Stops listening and returns the connection. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      if (started.get()) {
        thread.join(STOP_MILLIS_MAX);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
