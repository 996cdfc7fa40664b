package io.playledger.runtime.processor;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the log, read once for all processors of this node and kept in memory (bounded). A
 * processor that is further back reads pages of its own. Processors are called when events have
 * come: Axon's own embedded store has no such call, and its pooled processors then look every 500
 * ms.
 */
public final class LogTail
    implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(LogTail.class);
  private static final long POLL_MILLIS = 1_000;

  private final EventStorageEngine engine;
  private final int eventsMax;
  private final Semaphore woken = new Semaphore(0);
  private final Set<LogStream> streams = ConcurrentHashMap.newKeySet();
  private final Object change = new Object();
  private final Thread reader;
  private volatile Node oldest;
  private volatile Node newest;
  private volatile boolean closed;

  /** One event kept; {@code next} is null at the end, and for one no longer kept. */
  static final class Node {
    private final long index;
    private final long position;
    private final TrackedEventMessage<?> event;
    private volatile Node next;

    private Node(long index, long position, TrackedEventMessage<?> event) {
      this.index = index;
      this.position = position;
      this.event = event;
    }

    long position() {
      return position;
    }

    TrackedEventMessage<?> event() {
      return event;
    }
  }

  /**
   * @param engine whose tokens are positions
   * @param eventsMax events kept in memory
   */
  public LogTail(EventStorageEngine engine, int eventsMax) {
    this.engine = engine;
    this.eventsMax = eventsMax;
    this.reader = Thread.ofPlatform().daemon().name("log-tail").unstarted(this::readOn);
  }

  /** Starts reading from the head of now. */
  public void start() {
    Node head = new Node(0, LogPositions.of(engine.createHeadToken()), null);
    oldest = head;
    newest = head;
    reader.start();
  }

  /** Says that the log may have grown; cheap, from any thread. */
  public void wake() {
    if (woken.availablePermits() == 0) {
      woken.release();
    }
  }

  /** Position up to which this node has read. */
  public long position() {
    return newest.position;
  }

  @Override
  public LogStream openStream(TrackingToken trackingToken) {
    LogStream stream = new LogStream(this, LogPositions.of(trackingToken));
    streams.add(stream);
    return stream;
  }

  @Override
  public TrackingToken createTailToken() {
    return engine.createTailToken();
  }

  @Override
  public TrackingToken createHeadToken() {
    return engine.createHeadToken();
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return engine.createTokenAt(dateTime);
  }

  @Override
  public void close() {
    closed = true;
    wake();
    try {
      reader.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The kept event before the first one after this position; null when that is not kept. */
  Node nodeBeforeNextOf(long position) {
    Node node = oldest;
    if (position < node.position) {
      return null;
    }
    for (Node next = node.next; next != null && next.position <= position; next = node.next) {
      node = next;
    }
    return node;
  }

  Node newest() {
    return newest;
  }

  /** The event after this node; null at the end of the log. */
  Node after(Node node) {
    return node.next;
  }

  /** Whether this node was let go, so that its followers are not reachable from it. */
  boolean isLetGo(Node node) {
    return node.index < oldest.index;
  }

  /** Reads the log itself, from behind this position to its head. */
  public Stream<? extends TrackedEventMessage<?>> readAfter(long position) {
    return engine.readEvents(new GlobalSequenceTrackingToken(position), false);
  }

  void awaitChange(Node end, long millis) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    synchronized (change) {
      while (end.next == null && !closed) {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
          return;
        }
        change.wait(left);
      }
    }
  }

  void forget(LogStream stream) {
    streams.remove(stream);
  }

  private void readOn() {
    while (!closed) {
      try {
        if (woken.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          woken.drainPermits();
        }
        if (!closed) {
          readNew();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        logger.warn("The end of the log cannot be read, trying again: {}", e.toString());
      }
    }
  }

  private void readNew() {
    long before = newest.position;
    try (Stream<? extends TrackedEventMessage<?>> events = readAfter(before)) {
      events.forEach(
          event -> {
            Node node = new Node(newest.index + 1, LogPositions.of(event), event);
            newest.next = node;
            newest = node;
            letGoOfOldest();
          });
    } finally {
      if (newest.position != before) {
        synchronized (change) {
          change.notifyAll();
        }
        streams.forEach(LogStream::callBack);
      }
    }
  }

  private void letGoOfOldest() {
    while (newest.index - oldest.index > eventsMax) {
      Node first = oldest;
      oldest = first.next;
      // a reader that stands on it sees that it was let go, and does not hold the rest in memory
      first.next = null;
    }
  }
}
