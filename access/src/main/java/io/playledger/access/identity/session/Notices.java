package io.playledger.access.identity.session;

import io.playledger.eventstore.ChannelListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
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

  private final JdbcClient database;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final ChannelListener otherNodes;

  /**
   * Does not listen yet.
   *
   * @param plain gives a connection that may be kept
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

  /** A listener that asks the database fails with it, and is told again when that is back. */
  private final class OtherNodes implements ChannelListener.Hearer {

    @Override
    public void listening() {
      pass(LOST);
    }

    /** Others may say what we do not understand; then we remember nothing rather than too much. */
    @Override
    public void heard(List<String> notices) {
      for (String notice : notices) {
        try {
          pass(notice);
        } catch (IllegalArgumentException e) {
          LOG.warn("A notice of another node is not understood: {}", e.toString());
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
