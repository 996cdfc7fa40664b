package io.playledger.runtime.processor;

import io.playledger.runtime.deadletter.DeadLetterTable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The processors of this node: progress, pause, and waiting for them. */
public final class EventProcessors implements ProcessorOverview, ProjectionProgress {

  /** Interval of reads of the token table if another node runs the projection. */
  private static final long ELSEWHERE_POLL_MILLIS = 25;

  /** Number of events searched for one that the projection still has to handle. */
  private static final long LOOK_AHEAD_EVENTS_MAX = 200;

  private final Map<String, Processor> byName = new TreeMap<>();
  private final TokenTable tokens;
  private final DeadLetterTable deadLetters;
  private final LongSupplier head;
  private final LongUnaryOperator ageMillis;
  private final LogReader log;

  /**
   * @param head the log's head now
   * @param ageMillis age of the first event behind a position; 0 for none
   */
  public EventProcessors(
      Collection<Processor> processors,
      TokenTable tokens,
      DeadLetterTable deadLetters,
      LongSupplier head,
      LongUnaryOperator ageMillis,
      LogReader log) {
    processors.forEach(processor -> byName.put(processor.name(), processor));
    this.tokens = tokens;
    this.deadLetters = deadLetters;
    this.head = head;
    this.ageMillis = ageMillis;
    this.log = log;
  }

  /** All processors. */
  public Collection<Processor> all() {
    return byName.values();
  }

  /** One of them, by its full name. */
  public Processor get(String name) {
    Processor processor = byName.get(name);
    if (processor == null) {
      throw new UnknownProcessorException(name);
    }
    return processor;
  }

  /** A projection, by its short name. */
  public Processor projection(String name) {
    return get(ProcessorKind.PROJECTION.processorName(name));
  }

  /** Starts all. */
  public void start() {
    byName.values().forEach(Processor::start);
  }

  /** Stops all permanently, each after its current batch. */
  public void stop() {
    byName.values().parallelStream().filter(Processor::isRunning).forEach(Processor::stop);
    byName.values().forEach(Processor::endThreads);
  }

  @Override
  public List<ProcessorStatus> processors() {
    long headNow = head.getAsLong();
    return byName.values().stream().map(processor -> status(processor, headNow)).toList();
  }

  @Override
  public void pause(String name) {
    get(name).stop();
  }

  @Override
  public void resume(String name) {
    get(name).start();
  }

  @Override
  public long position(String projection) {
    return position(projection(projection));
  }

  @Override
  public boolean awaitPosition(String projection, long position, Duration timeout) {
    Processor processor = projection(projection);
    long until = System.nanoTime() + timeout.toNanos();
    try {
      while (true) {
        if (position(processor) >= position) {
          return true;
        }
        long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
        if (left <= 0) {
          return false;
        }
        if (processor.positionHere().isPresent()) {
          processor.awaitPositionHere(position, left);
        } else if (nothingToHandle(processor, position(processor), position)) {
          return true;
        } else {
          processor.awaitPositionHere(position, Math.min(left, ELSEWHERE_POLL_MILLIS));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * A node stores its token with the events that it handles, and otherwise only occasionally. So if
   * the projection runs elsewhere, the log decides whether it has more to do.
   */
  private boolean nothingToHandle(Processor processor, long from, long to) {
    if (to - from > LOOK_AHEAD_EVENTS_MAX || to > head.getAsLong()) {
      return false;
    }
    try (Stream<? extends TrackedEventMessage<?>> events = log.readAfter(from)) {
      return events
          .takeWhile(event -> LogPositions.of(event) <= to)
          .noneMatch(processor.handlers()::canHandle);
    }
  }

  /** The position in memory if the processor runs here, otherwise the stored one. */
  public long position(Processor processor) {
    OptionalLong here = processor.positionHere();
    if (here.isPresent() || processor.kind() == ProcessorKind.FEED) {
      return here.orElse(0);
    }
    return tokens.position(processor.name()).orElse(0);
  }

  /** How long the oldest unhandled event has been waiting, in milliseconds. */
  public long lagMillis(Processor processor) {
    return ageMillis.applyAsLong(position(processor));
  }

  private ProcessorStatus status(Processor processor, long headNow) {
    long position = position(processor);
    boolean feed = processor.kind() == ProcessorKind.FEED;
    return new ProcessorStatus(
        processor.name(),
        processor.kind(),
        processor.isRunning(),
        position,
        headNow,
        Math.max(0, headNow - position),
        headNow > position ? ageMillis.applyAsLong(position) : 0,
        processor.segmentsClaimed(),
        processor.segments(),
        processor.eventsPerSecond(),
        feed ? processor.failures() : deadLetters.count(processor.name()),
        processor.error());
  }
}
