package io.playledger.axonserver;

import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the positions of this node's events. Axon Server confirms an append without its position,
 * so one thread follows the log and looks for the awaited events. An event that it has seen is
 * stored, which also decides an append whose confirmation was lost.
 */
final class PositionWatch implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(PositionWatch.class);
  private static final long LOOK_MILLIS = 500;

  private final AxonServerSession session;
  private final Map<String, CompletableFuture<Long>> expected = new ConcurrentHashMap<>();
  private final Thread follower;
  private volatile boolean closed;
  private long seen;

  /** Watches events after the current head. */
  PositionWatch(AxonServerSession session) {
    this.session = session;
    this.seen = Positions.ofIndex(session.lastIndex());
    this.follower = Thread.ofPlatform().daemon().name("axon-server-positions").start(this::follow);
  }

  /** The position of an event that is about to be appended, once it is seen in the log. */
  CompletableFuture<Long> expect(String eventId) {
    CompletableFuture<Long> position = new CompletableFuture<>();
    expected.put(eventId, position);
    return position;
  }

  void forget(String eventId) {
    expected.remove(eventId);
  }

  private void follow() {
    while (!closed) {
      try (PositionedStream stream = PositionedStream.after(session, seen)) {
        while (!closed && !stream.isClosed()) {
          look(stream.nextIfAvailable(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        }
      } catch (RuntimeException e) {
        logger.warn("The log's end cannot be followed, trying again: {}", e.toString());
      } catch (InterruptedException e) {
        logger.debug("The watch was interrupted and stops", e);
        return;
      }
      if (!closed) {
        waitBeforeReconnecting();
      }
    }
  }

  private void look(EventWithToken event) {
    if (event == null) {
      return;
    }
    seen = event.getToken();
    CompletableFuture<Long> position = expected.remove(event.getEvent().getMessageIdentifier());
    if (position != null) {
      position.complete(seen);
    }
  }

  private void waitBeforeReconnecting() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    follower.interrupt();
  }
}
