package io.playledger.server.identity.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells every node at once what it must not remember any longer, by PostgreSQL's NOTIFY. A notice
 * may be lost with its connection: whoever remembers anything also gives it an age.
 */
public final class Notices implements AutoCloseable {

  /** Said to listeners when notices may have been lost. */
  public static final String LOST = "lost";

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final String CHANNEL = "playledger_identity";
  private static final int LISTEN_MILLIS = 500;
  private static final int PROBE_EVERY_ROUNDS = 20;
  private static final long RETRY_MILLIS = 500;
  private static final long STOP_MILLIS_MAX = 2_000;

  private final DataSource plain;
  private final JdbcClient database;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Does not listen yet.
   *
   * @param plain gives a connection that may be kept
   * @param database for sending
   */
  public Notices(DataSource plain, JdbcClient database) {
    this.plain = plain;
    this.database = database;
    this.thread = Thread.ofPlatform().daemon().name("identity-notices").unstarted(this::listen);
  }

  /** Starts to listen; call once. */
  public void start() {
    thread.start();
  }

  /** Everybody who is to hear. */
  public void onNotice(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** Says it to this node now and to the others in a moment. */
  public void send(String notice) {
    pass(notice);
    database
        .sql("SELECT pg_notify(?, ?)::text")
        .params(CHANNEL, notice)
        .query((row, number) -> row.getRow())
        .list();
  }

  private void pass(String notice) {
    listeners.forEach(listener -> listener.accept(notice));
  }

  /** Others may say what we do not understand; then we remember nothing rather than too much. */
  private void passForeign(String notice) {
    try {
      pass(notice);
    } catch (IllegalArgumentException e) {
      LOG.warn("A notice of another node is not understood: {}", e.toString());
      pass(LOST);
    }
  }

  private void listen() {
    while (!closed) {
      try (Connection connection = plain.getConnection()) {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
          statement.execute("LISTEN " + CHANNEL);
        }
        pass(LOST);
        hear(connection);
      } catch (SQLException | RuntimeException e) {
        // a listener that asks the database fails with it: the next round tells it again
        if (closed) {
          return;
        }
        LOG.info("Listening to other nodes broke off, trying again: {}", e.toString());
        pause();
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    for (int round = 1; !closed; round++) {
      PGNotification[] heard = postgres.getNotifications(LISTEN_MILLIS);
      if (heard != null) {
        for (PGNotification notification : heard) {
          passForeign(notification.getParameter());
        }
      }
      if (round % PROBE_EVERY_ROUNDS == 0 && !connection.isValid(2)) {
        throw new SQLException("the listening connection no longer answers");
      }
    }
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
      thread.join(STOP_MILLIS_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
