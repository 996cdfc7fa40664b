package io.playledger.access.identity.session;

import io.playledger.eventstore.tail.ChannelListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notifies all nodes at once of cached data that is no longer valid, by PostgreSQL's NOTIFY. A
 * notice can be lost with its connection, so every cache also limits the age of its entries.
 */
public final class Notices implements AutoCloseable {

  /** The notice to listeners after notices may have been lost. */
  public static final String LOST = "lost";

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final String CHANNEL = "playledger_identity";

  private final JdbcClient database;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final ChannelListener otherNodes;

  /**
   * Creates a channel that is not listening yet.
   *
   * @param plain source of a lasting connection
   * @param database for sending
   */
  public Notices(DataSource plain, JdbcClient database) {
    this.database = database;
    this.otherNodes = new ChannelListener(plain, CHANNEL, "identity-notices", new OtherNodes());
  }

  /** Starts to listen. */
  public void start() {
    otherNodes.start();
  }

  /** Adds a listener. */
  public void onNotice(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** Notifies this node at once and the others a moment later. */
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

  /**
   * A listener that reads the database fails during an outage, and is notified again afterwards.
   */
  private final class OtherNodes implements ChannelListener.Hearer {

    @Override
    public void listening() {
      pass(LOST);
    }

    /** A notice that this version does not understand clears all caches. */
    @Override
    public void heard(List<String> notices) {
      for (String notice : notices) {
        try {
          pass(notice);
        } catch (IllegalArgumentException e) {
          LOG.warn("Unknown notice of another node: {}", e.toString());
          pass(LOST);
        }
      }
    }
  }

  @Override
  public void close() {
    otherNodes.close();
  }
}
