package io.playledger.eventstore.tail;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signals growth of the log once per batch, on whatever node. Listeners are called on the store's
 * own threads and must only wake another thread. A signal can be spurious and, during an outage of
 * the database, can be missing: also poll slowly.
 */
public final class TailSignal {
  private static final Logger logger = LoggerFactory.getLogger(TailSignal.class);

  private final Set<Follower> followers = new CopyOnWriteArraySet<>();

  /** Without listeners. */
  public TailSignal() {}

  /** A listener that can use a batch of this node without reading it again. */
  public interface Follower {

    /** The log has grown by events that must be read. */
    void grown();

    /** The log has grown by this batch. */
    default void stored(StoredBatch batch) {
      grown();
    }
  }

  /** Calls the follower on every growth until it is cancelled. */
  public Registration follow(Follower follower) {
    followers.add(follower);
    return () -> followers.remove(follower);
  }

  /** The log has grown by events that must be read. */
  public void signal() {
    tell(Follower::grown);
  }

  /** The log has grown by this batch. */
  public void stored(StoredBatch batch) {
    tell(follower -> follower.stored(batch));
  }

  private void tell(Consumer<Follower> news) {
    for (Follower follower : followers) {
      try {
        news.accept(follower);
      } catch (RuntimeException e) {
        logger.warn("A listener to the event log's tail failed", e);
      }
    }
  }
}
