package io.playledger.eventstore.tail;

import io.playledger.eventstore.read.LogEntry;
import io.playledger.eventstore.read.PagesAhead;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

/**
 * A processor's stream of the log: far from the head it reads its own pages, near the head the
 * shared {@link LogTail}. It calls back when events arrive, so that a pooled streaming processor
 * does not poll (otherwise Axon polls every 500 ms). It is used by one thread at a time.
 */
public final class LogStream implements TrackingEventStream {
  private static final int TAKEN_AT_ONCE_MAX = 256;

  private final LogTail tail;
  private final PagesAhead<LogEntry> pages;
  private final Deque<TrackedEventMessage<?>> ready = new ArrayDeque<>();
  private long position;
  private Registration callback = () -> true;
  private volatile boolean closed;

  public LogStream(LogTail tail, PagesAhead<LogEntry> pages, long position) {
    this.tail = tail;
    this.pages = pages;
    this.position = position;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    fill();
    return Optional.ofNullable(ready.peek());
  }

  @Override
  public boolean hasNextAvailable() {
    return fill();
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    long deadlineNanos = System.nanoTime() + unit.toNanos(timeout);
    while (!fill()) {
      long leftNanos = deadlineNanos - System.nanoTime();
      if (leftNanos <= 0 || closed || tail.isClosed()) {
        return false;
      }
      tail.awaitBeyond(position, leftNanos);
    }
    return true;
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    TrackedEventMessage<?> next = ready.poll();
    if (next != null) {
      return next;
    }
    while (!hasNextAvailable(1, TimeUnit.MINUTES)) {
      if (closed || tail.isClosed()) {
        throw new IllegalStateException("The event stream is closed");
      }
    }
    return ready.remove();
  }

  /** Whether a message is available without waiting for new ones. */
  private boolean fill() {
    while (ready.isEmpty() && !closed) {
      List<LogEntry> entries = tail.after(position, TAKEN_AT_ONCE_MAX);
      if (entries == null) {
        entries = pages.after(position);
      }
      if (entries.isEmpty()) {
        return false;
      }
      for (LogEntry entry : entries) {
        for (TrackedEventMessage<?> message : entry.messages()) {
          ready.add(message);
        }
      }
      // also where upcasters left nothing: the stream has passed it
      position = entries.getLast().position();
    }
    return !ready.isEmpty();
  }

  @Override
  public boolean setOnAvailableCallback(Runnable onAvailable) {
    callback.cancel();
    callback = tail.onGrowth(onAvailable);
    onAvailable.run();
    return true;
  }

  @Override
  public void close() {
    closed = true;
    callback.cancel();
    ready.clear();
  }
}
