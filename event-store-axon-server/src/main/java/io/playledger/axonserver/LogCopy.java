package io.playledger.axonserver;

import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.playledger.eventstore.PositionedEventStorageEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.util.GrpcMetaDataConverter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies Axon Server's log into another home, event by event at the same positions: for audits in
 * SQL, for the hash chain, for positions by aggregate, and as the way out of Axon Server.
 *
 * <p>Every node can run one. A copier that is late gets a conflict, because each batch begins
 * behind the copy's head and an event is stored once; it then continues behind the events that the
 * other has copied.
 */
public final class LogCopy implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(LogCopy.class);

  private static final int BATCH_EVENTS = 500;
  private static final long LOOK_MILLIS = 500;
  private static final long CLOSE_MILLIS = 10_000;

  private final AxonServerSession session;
  private final PositionedEventStorageEngine copy;
  private final GrpcMetaDataConverter metadata;
  private final Object grown = new Object();
  private Thread copier;
  private volatile boolean closed;
  private long copied;

  /**
   * @param copy home of the copy, with no other writer
   * @param serializer reads metadata that is no plain text
   */
  public LogCopy(
      AxonServerSession session, PositionedEventStorageEngine copy, Serializer serializer) {
    this.session = session;
    this.copy = copy;
    this.metadata = new GrpcMetaDataConverter(serializer);
  }

  /**
   * Begins to copy.
   *
   * @throws ForeignLogException when what is there already is no copy of this log
   */
  public void start() {
    copied = copy.head();
    new CopyCheck(session, copy).run(copied);
    copier = Thread.ofPlatform().daemon().name("axon-server-copy").start(this::run);
  }

  /** Waits until the copy has reached a position; false where it takes too long. */
  public boolean await(long position, long millisMax) throws InterruptedException {
    long untilNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisMax);
    synchronized (grown) {
      while (copied < position) {
        long left = TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        grown.wait(left);
      }
      return true;
    }
  }

  private void run() {
    while (!closed) {
      try {
        follow(copy.head());
      } catch (ConcurrencyException anotherNode) {
        logger.debug("Another node copies too: {}", anotherNode.getMessage());
        pause();
      } catch (InterruptedException e) {
        logger.debug("The copying was interrupted and stops", e);
        return;
      } catch (RuntimeException e) {
        logger.warn("The log cannot be copied, trying again: {}", e.toString());
        pause();
      }
    }
  }

  private void follow(long head) throws InterruptedException {
    progressed(head);
    try (PositionedStream stream = PositionedStream.after(session, head)) {
      while (!closed && !stream.isClosed()) {
        EventWithToken first = stream.nextIfAvailable(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
          // another node may have gone on meanwhile
          progressed(copy.head());
        } else {
          progressed(copy(first, stream));
        }
      }
    }
  }

  private long copy(EventWithToken first, PositionedStream stream) {
    List<EventMessage<?>> batch = new ArrayList<>();
    long last = 0;
    for (EventWithToken event = first; event != null; event = next(stream, batch.size())) {
      batch.add(CopiedEvent.of(event.getEvent(), metadata));
      last = event.getToken();
    }
    long before = copy.head();
    if (before != last - batch.size()) {
      throw new ConcurrencyException("The copy is at " + before);
    }
    copy.appendEvents(batch);
    return last;
  }

  private static EventWithToken next(PositionedStream stream, int taken) {
    return taken < BATCH_EVENTS ? stream.nextIfAvailable() : null;
  }

  private void progressed(long position) {
    synchronized (grown) {
      copied = Math.max(copied, position);
      grown.notifyAll();
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops after the batch at hand. */
  @Override
  public void close() {
    closed = true;
    if (copier != null) {
      try {
        copier.join(CLOSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
