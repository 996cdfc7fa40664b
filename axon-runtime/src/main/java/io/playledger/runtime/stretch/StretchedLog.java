package io.playledger.runtime.stretch;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The log as one processor reads it: in {@link LogStretch stretches}. Only for a processor with one
 * segment, because segments have different positions, and a stretch could contain one of them.
 */
public final class StretchedLog implements StreamableMessageSource<TrackedEventMessage<?>> {

  private final StreamableMessageSource<TrackedEventMessage<?>> log;
  private final Predicate<EventMessage<?>> wanted;
  private final int eventsMax;
  private final BooleanSupplier oneSegment;
  private final LongSupplier handled;
  private volatile StretchStream current;

  /**
   * @param wanted whether the processor handles an event
   * @param eventsMax events that may be on their way to the processor
   * @param oneSegment whether the processor has stored the token of one segment and no more
   * @param handled position up to which the processor has handled the log; negative for unknown
   */
  public StretchedLog(
      StreamableMessageSource<TrackedEventMessage<?>> log,
      Predicate<EventMessage<?>> wanted,
      int eventsMax,
      BooleanSupplier oneSegment,
      LongSupplier handled) {
    this.log = log;
    this.wanted = wanted;
    this.eventsMax = eventsMax;
    this.oneSegment = oneSegment;
    this.handled = handled;
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
    boolean stretched = oneSegment.getAsBoolean();
    BlockingStream<TrackedEventMessage<?>> events = log.openStream(token);
    if (!stretched) {
      current = null;
      return events;
    }
    StretchStream stream = new StretchStream(events, wanted, eventsMax, handled);
    current = stream;
    return stream;
  }

  /** A worker has handled events, so there can be room for more. */
  public void roomMade() {
    Optional.ofNullable(current).ifPresent(StretchStream::roomMade);
  }

  @Override
  public TrackingToken createTailToken() {
    return log.createTailToken();
  }

  @Override
  public TrackingToken createHeadToken() {
    return log.createHeadToken();
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return log.createTokenAt(dateTime);
  }
}
