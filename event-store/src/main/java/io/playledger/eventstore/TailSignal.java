package io.playledger.eventstore;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
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

  private final Set<Follower> followers = new CopyOnWriteArraySet<>();

  TailSignal() {}

  /** Somebody who can use a batch of this node as it is, without reading it again. */
  interface Follower {

    /** The log has grown, by what must be read. */
    void grown();

    /** The log has grown by this batch. */
    default void stored(long firstPosition, AppendBatch batch) {
      grown();
    }
  }

  public Registration subscribe(Runnable listener) {
    return follow(listener::run);
  }

  Registration follow(Follower follower) {
    followers.add(follower);
    return () -> followers.remove(follower);
  }

  void signal() {
    tell(Follower::grown);
  }

  void stored(long firstPosition, AppendBatch batch) {
    tell(follower -> follower.stored(firstPosition, batch));
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
