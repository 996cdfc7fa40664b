package io.playledger.runtime.rebuild;

import io.playledger.runtime.processor.HandlerGroup;
import io.playledger.runtime.processor.LogPositions;
import io.playledger.runtime.processor.LogReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The batches of a replay, each read and deserialised while the previous one is written. Not
 * thread-safe.
 */
final class BatchesAhead implements AutoCloseable {

  private static final Executor READING =
      task -> Thread.ofVirtual().name("rebuild-batch").start(task);

  private final Stream<? extends TrackedEventMessage<?>> stream;
  private final Iterator<? extends TrackedEventMessage<?>> events;
  private final HandlerGroup handlers;
  private final long target;
  private final int batchEvents;
  private TrackedEventMessage<?> first;
  private CompletableFuture<Batch> ahead;

  /**
   * @param events those that the projection handles
   * @param last position that the batch reaches; 0 behind the last batch
   */
  record Batch(List<TrackedEventMessage<?>> events, long last) {

    boolean isLast() {
      return last == 0;
    }
  }

  /** All events after a position, up to and including the target. */
  BatchesAhead(LogReader log, HandlerGroup handlers, long after, long target, int batchEvents) {
    this.stream = log.readAfter(after);
    this.events = stream.iterator();
    this.handlers = handlers;
    this.target = target;
    this.batchEvents = batchEvents;
    this.ahead = readAhead();
  }

  /** The next batch; an empty {@linkplain Batch#isLast() last} one at the end. */
  Batch next() {
    Batch batch = join();
    ahead = batch.isLast() ? CompletableFuture.completedFuture(batch) : readAhead();
    return batch;
  }

  private CompletableFuture<Batch> readAhead() {
    return CompletableFuture.supplyAsync(this::read, READING);
  }

  private Batch join() {
    try {
      return ahead.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Events of one position stay in one batch. */
  private Batch read() {
    List<TrackedEventMessage<?>> batch = new ArrayList<>();
    long last = 0;
    int read = 0;
    while (first != null || events.hasNext()) {
      TrackedEventMessage<?> event = first != null ? first : events.next();
      first = null;
      long at = LogPositions.of(event);
      if (at > target || (read >= batchEvents && at > last)) {
        first = event;
        break;
      }
      last = at;
      read++;
      if (handlers.canHandle(event)) {
        HandlerGroup.readAhead(event);
        batch.add(event);
      }
    }
    return new Batch(batch, last);
  }

  /** Waits for the current read and closes the log's stream. */
  @Override
  public void close() {
    ahead.exceptionally(_ -> new Batch(List.of(), 0)).join();
    stream.close();
  }
}
