package io.playledger.runtime.processor;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;

/** One processor of this node and its state. */
public final class Processor {

  private static final long SAMPLE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long SAMPLE_STALE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final ProcessorKind kind;
  private final String shortName;
  private final List<String> tables;
  private final @Nullable HandlerGroup handlers;
  private final SingleEvent single;
  private final Object progress = new Object();
  private final AtomicLong failures = new AtomicLong();
  private StreamingEventProcessor streaming;
  private List<? extends ExecutorService> threads = List.of();
  private int segments;
  private long sampleNanos = System.nanoTime();
  private long samplePosition = -1;
  private double eventsPerSecond;
  private @Nullable String error;
  private long errorPosition;

  /** Handles one event outside of its processor: the retry of a dead letter of a segment. */
  @FunctionalInterface
  public interface SingleEvent {
    void handle(EventMessage<?> event, int segment) throws Exception;
  }

  Processor(
      ProcessorKind kind,
      String shortName,
      List<String> tables,
      @Nullable HandlerGroup handlers,
      SingleEvent single) {
    this.kind = kind;
    this.shortName = shortName;
    this.tables = List.copyOf(tables);
    this.handlers = handlers;
    this.single = single;
  }

  void runBy(
      StreamingEventProcessor processor,
      int segmentCount,
      List<? extends ExecutorService> ownThreads) {
    this.streaming = processor;
    this.segments = segmentCount;
    this.threads = List.copyOf(ownThreads);
  }

  void endThreads() {
    threads.forEach(ExecutorService::shutdown);
  }

  /** Records an event of a feed that failed and was skipped. */
  void countFailure() {
    failures.incrementAndGet();
  }

  long failures() {
    return failures.get();
  }

  /** For example {@code projections.ledger}. */
  public String name() {
    return kind.processorName(shortName);
  }

  /** For example {@code ledger}. */
  public String shortName() {
    return shortName;
  }

  /** Its kind. */
  public ProcessorKind kind() {
    return kind;
  }

  /** Tables of a projection, parents first. */
  public List<String> tables() {
    return tables;
  }

  /** Its handlers; missing for a saga. */
  public HandlerGroup handlers() {
    return handlers;
  }

  public SingleEvent single() {
    return single;
  }

  int segments() {
    return segments;
  }

  int segmentsClaimed() {
    return streaming.processingStatus().size();
  }

  /** Whether it is started. */
  public boolean isRunning() {
    return streaming.isRunning();
  }

  /** Starts it where it was stopped. */
  public void start() {
    streaming.start();
  }

  /** Stops it after its current batch and waits for that. */
  public void stop() {
    streaming.shutDown();
  }

  /** Position that all segments have reached; empty while any runs elsewhere or not at all. */
  OptionalLong positionHere() {
    Collection<EventTrackerStatus> status = streaming.processingStatus().values();
    if (status.size() < segments || !streaming.isRunning()) {
      return OptionalLong.empty();
    }
    return status.stream().mapToLong(one -> one.getCurrentPosition().orElse(0)).min();
  }

  /** Position that all segments claimed here have reached; -1 while none is. */
  long positionClaimed() {
    return streaming.processingStatus().values().stream()
        .mapToLong(one -> one.getCurrentPosition().orElse(0))
        .min()
        .orElse(-1);
  }

  void progressed() {
    OptionalLong here = positionHere();
    synchronized (progress) {
      here.ifPresent(this::sample);
      progress.notifyAll();
    }
  }

  private void sample(long position) {
    if (error != null && position > errorPosition) {
      error = null;
    }
    long now = System.nanoTime();
    if (now - sampleNanos < SAMPLE_NANOS && samplePosition >= 0) {
      return;
    }
    if (samplePosition >= 0) {
      eventsPerSecond =
          (position - samplePosition) * (double) TimeUnit.SECONDS.toNanos(1) / (now - sampleNanos);
    }
    sampleNanos = now;
    samplePosition = position;
  }

  double eventsPerSecond() {
    synchronized (progress) {
      return System.nanoTime() - sampleNanos > SAMPLE_STALE_NANOS ? 0 : eventsPerSecond;
    }
  }

  void failed(Throwable failure) {
    long position = positionHere().orElse(0);
    synchronized (progress) {
      error = failure.toString();
      errorPosition = position;
    }
  }

  @Nullable String error() {
    synchronized (progress) {
      return error;
    }
  }

  /** Waits for progress, at most this long, unless the position is already reached. */
  boolean awaitPositionHere(long position, long millis) throws InterruptedException {
    synchronized (progress) {
      if (positionHere().orElse(-1) >= position) {
        return true;
      }
      progress.wait(millis);
      return positionHere().orElse(-1) >= position;
    }
  }
}
