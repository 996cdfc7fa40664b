package io.playledger.runtime.processor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

/** One processor's place in the log. Used by one thread at a time. */
final class LogStream implements TrackingEventStream {

  private static final int PAGE_EVENTS = 1_000;

  private final LogTail tail;
  private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>();
  private LogTail.Node kept;
  private long position;
  private TrackedEventMessage<?> peeked;
  private volatile Runnable callback = () -> {};

  LogStream(LogTail tail, long position) {
    this.tail = tail;
    this.position = position;
  }

  void callBack() {
    callback.run();
  }

  @Override
  public boolean setOnAvailableCallback(Runnable newCallback) {
    callback = newCallback;
    return true;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    if (peeked == null) {
      peeked = next();
    }
    return Optional.ofNullable(peeked);
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    if (peek().isPresent()) {
      return true;
    }
    if (timeout <= 0) {
      return false;
    }
    tail.awaitChange(kept, unit.toMillis(timeout));
    return peek().isPresent();
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    TrackedEventMessage<?> event = peeked;
    peeked = null;
    return event;
  }

  @Override
  public void close() {
    tail.forget(this);
    page.clear();
    kept = null;
  }

  /** The next event, or null at the end of the log; {@code kept} is then where to wait. */
  private TrackedEventMessage<?> next() {
    while (true) {
      TrackedEventMessage<?> ofPage = page.poll();
      if (ofPage != null) {
        position = LogPositions.of(ofPage);
        return ofPage;
      }
      if (kept == null) {
        kept = tail.nodeBeforeNextOf(position);
      }
      if (kept == null) {
        LogTail.Node newest = tail.newest();
        readPage();
        if (page.isEmpty()) {
          // upcasters dropped every event up to there
          kept = newest;
        }
        continue;
      }
      LogTail.Node following = tail.after(kept);
      if (following != null) {
        kept = following;
        position = following.position();
        return following.event();
      }
      if (!tail.isLetGo(kept)) {
        return null;
      }
      kept = null;
    }
  }

  private void readPage() {
    try (Stream<? extends TrackedEventMessage<?>> events = tail.readAfter(position)) {
      events.limit(PAGE_EVENTS).forEach(page::add);
    }
    keepEventsOfOnePositionTogether();
  }

  /** An upcaster may make several events of one position: the last one's may be cut by the page. */
  private void keepEventsOfOnePositionTogether() {
    if (page.size() < PAGE_EVENTS) {
      return;
    }
    long last = LogPositions.of(page.peekLast());
    if (LogPositions.of(page.peekFirst()) == last) {
      return;
    }
    while (LogPositions.of(page.peekLast()) == last) {
      page.removeLast();
    }
  }
}
