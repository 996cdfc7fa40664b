package io.playledger.eventstore;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.axonframework.common.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that the log has grown, once a batch, whoever wrote it. Listeners are called on the store's
 * own threads and must only wake somebody. A signal may come for nothing and, when the connection
 * to the database is down, may stay away: keep a slow poll beside it.
 */
public final class TailSignal {
  private static final Logger logger = LoggerFactory.getLogger(TailSignal.class);

  private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();

  TailSignal() {}

  public Registration subscribe(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void signal() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        logger.warn("A listener to the event log's tail failed", e);
      }
    }
  }
}
