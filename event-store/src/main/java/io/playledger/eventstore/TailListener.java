package io.playledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears other nodes' appends on a connection of its own and passes them to the tail signal. */
final class TailListener implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(TailListener.class);
  private static final int LISTEN_MILLIS = 500;
  private static final int PROBE_EVERY_ROUNDS = 20;
  private static final long RETRY_MILLIS = 500;

  private final DataSource dataSource;
  private final SchemaName schema;
  private final String nodeId;
  private final TailSignal tail;
  private final AtomicBoolean started = new AtomicBoolean();
  private final Thread thread;
  private volatile boolean closed;

  TailListener(DataSource dataSource, SchemaName schema, String nodeId, TailSignal tail) {
    this.dataSource = dataSource;
    this.schema = schema;
    this.nodeId = nodeId;
    this.tail = tail;
    this.thread = Thread.ofPlatform().daemon().name("event-store-listener").unstarted(this::listen);
  }

  void start() {
    if (!closed && started.compareAndSet(false, true)) {
      thread.start();
    }
  }

  private void listen() {
    while (!closed) {
      try (Connection connection = dataSource.getConnection()) {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
          statement.execute("LISTEN " + schema.channel());
        }
        // what was appended while nobody listened
        tail.signal();
        hear(connection);
      } catch (SQLException e) {
        if (closed) {
          return;
        }
        logger.info("Listening to the event log broke off, trying again: {}", e.toString());
        pause();
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    for (int round = 1; !closed; round++) {
      PGNotification[] heard = postgres.getNotifications(LISTEN_MILLIS);
      if (closed) {
        break;
      }
      if (heard != null && heardAnother(heard)) {
        tail.signal();
      }
      if (round % PROBE_EVERY_ROUNDS == 0 && !connection.isValid(2)) {
        throw new SQLException("The listening connection no longer answers");
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("UNLISTEN *");
    }
  }

  private boolean heardAnother(PGNotification[] notifications) {
    for (PGNotification notification : notifications) {
      if (!nodeId.equals(notification.getParameter())) {
        return true;
      }
    }
    return false;
  }

  private void pause() {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      if (started.get()) {
        thread.join(2_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
