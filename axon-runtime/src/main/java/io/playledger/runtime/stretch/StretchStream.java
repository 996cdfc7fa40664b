package io.playledger.runtime.stretch;

import io.playledger.runtime.processor.HandlerGroup;
import io.playledger.runtime.processor.LogPositions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Assembles stretches from the available events: far from the head they are full, near it they
 * contain a single event. It holds events back while the processor is busy and calls back when that
 * changes, so Axon's buffer never fills up. All but {@link #roomMade()} is called by one thread.
 */
final class StretchStream implements BlockingStream<TrackedEventMessage<?>> {

  /** Events looked at for one stretch, wanted or not, in multiples of what it may hold. */
  private static final int LOOKED_AT_FACTOR = 20;

  private final BlockingStream<TrackedEventMessage<?>> events;
  private final Predicate<EventMessage<?>> wanted;
  private final int stretchMax;
  private final int underWayMax;
  private final LongSupplier handled;
  private final Deque<UnderWay> underWay = new ArrayDeque<>();
  private int eventsUnderWay;
  private TrackedEventMessage<LogStretch> next;
  private volatile boolean waitsForRoom;
  private volatile Runnable callback = () -> {};

  /** A stretch that was passed on, until the processor has stored its position. */
  private record UnderWay(long last, int events) {}

  /**
   * @param eventsMax events in progress; a stretch has at most half of them, so that one is handled
   *     while the next is assembled
   */
  StretchStream(
      BlockingStream<TrackedEventMessage<?>> events,
      Predicate<EventMessage<?>> wanted,
      int eventsMax,
      LongSupplier handled) {
    this.events = events;
    this.wanted = wanted;
    this.stretchMax = Math.max(1, eventsMax / 2);
    this.underWayMax = eventsMax;
    this.handled = handled;
  }

  @Override
  public boolean hasNextAvailable() {
    if (next == null && hasRoom()) {
      gather();
    }
    return next != null;
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    return hasNextAvailable()
        || (hasRoom() && events.hasNextAvailable(timeout, unit) && hasNextAvailable());
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return hasNextAvailable() ? Optional.of(next) : Optional.empty();
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    TrackedEventMessage<?> taken = next;
    next = null;
    return taken;
  }

  @Override
  public boolean setOnAvailableCallback(Runnable onAvailable) {
    callback = onAvailable;
    return events.setOnAvailableCallback(onAvailable);
  }

  @Override
  public void close() {
    callback = () -> {};
    next = null;
    events.close();
  }

  /** The processor has progressed. */
  void roomMade() {
    if (waitsForRoom) {
      waitsForRoom = false;
      callback.run();
    }
  }

  private boolean hasRoom() {
    if (fits()) {
      return true;
    }
    // said before looking again, or the worker's last word could be missed
    waitsForRoom = true;
    if (!fits()) {
      return false;
    }
    waitsForRoom = false;
    return true;
  }

  private boolean fits() {
    if (eventsUnderWay + stretchMax > underWayMax || underWay.size() >= underWayMax) {
      long position = handled.getAsLong();
      while (!underWay.isEmpty() && underWay.peek().last() <= position) {
        eventsUnderWay -= underWay.remove().events();
      }
    }
    return eventsUnderWay + stretchMax <= underWayMax && underWay.size() < underWayMax;
  }

  private void gather() {
    List<TrackedEventMessage<?>> gathered = new ArrayList<>();
    TrackingToken last = null;
    int lookedAt = 0;
    while (events.hasNextAvailable()
        && (lookedAt < stretchMax * LOOKED_AT_FACTOR && gathered.size() < stretchMax
            || sameEvent(last))) {
      TrackedEventMessage<?> event = nextEvent();
      last = event.trackingToken();
      lookedAt++;
      if (wanted.test(event)) {
        HandlerGroup.readAhead(event);
        gathered.add(event);
      }
    }
    if (last != null) {
      next = new LogStretch(gathered).upTo(last);
      underWay.add(new UnderWay(LogPositions.of(last), gathered.size()));
      eventsUnderWay += gathered.size();
    }
  }

  /** Events upcast from one stored event stay together because they share its position. */
  private boolean sameEvent(TrackingToken last) {
    return events.peek().filter(event -> event.trackingToken().equals(last)).isPresent();
  }

  private TrackedEventMessage<?> nextEvent() {
    try {
      return events.nextAvailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the log", e);
    }
  }
}
