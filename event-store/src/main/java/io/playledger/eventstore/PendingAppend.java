package io.playledger.eventstore;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** The events of one command on their way: waiting, then taken by the writer or withdrawn. */
final class PendingAppend {

  private enum State {
    WAITING,
    TAKEN,
    WITHDRAWN
  }

  private final List<SerializedEvent> events;
  private final OutcomeDraft outcome;
  private final long sizeBytes;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final CompletableFuture<Long> firstPosition = new CompletableFuture<>();

  /** Times it was sent to the database; read and written by the writer thread only. */
  private int attempts;

  PendingAppend(List<SerializedEvent> events, OutcomeDraft outcome) {
    this.events = events;
    this.outcome = outcome;
    long bytes = 0;
    for (SerializedEvent event : events) {
      bytes += event.sizeBytes();
    }
    this.sizeBytes = bytes;
  }

  List<SerializedEvent> events() {
    return events;
  }

  /** May be null. */
  OutcomeDraft outcome() {
    return outcome;
  }

  long sizeBytes() {
    return sizeBytes;
  }

  int countAttempt() {
    return ++attempts;
  }

  int attempts() {
    return attempts;
  }

  /** The writer takes it, unless its caller has given up. */
  boolean take() {
    return state.compareAndSet(State.WAITING, State.TAKEN);
  }

  /** The caller gives up; true means that nothing will ever be stored. */
  boolean withdraw() {
    return state.compareAndSet(State.WAITING, State.WITHDRAWN);
  }

  void stored(long first) {
    firstPosition.complete(first);
  }

  void failed(RuntimeException failure) {
    firstPosition.completeExceptionally(failure);
  }

  boolean isSettled() {
    return firstPosition.isDone();
  }

  boolean hasFailed() {
    return firstPosition.isCompletedExceptionally();
  }

  /**
   * Waits until the events are durable. Once the writer has taken them an interrupt no longer ends
   * the wait, since it could not undo the append; it is kept for the caller.
   *
   * @return the position of the first event
   */
  long await(long waitMillisMax) {
    long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillisMax);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return firstPosition.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
          if (withdraw()) {
            throw new EventStoreUnavailableException("Interrupted; nothing was stored", e);
          }
        } catch (TimeoutException e) {
          throw givenUp(waitMillisMax, e);
        } catch (ExecutionException e) {
          throw asThrown(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private RuntimeException givenUp(long waitMillisMax, TimeoutException cause) {
    String waited = "No answer from the database in %d ms (appendWaitMillisMax); ";
    if (withdraw()) {
      return new EventStoreUnavailableException(
          (waited + "nothing was stored").formatted(waitMillisMax), cause);
    }
    return new AppendOutcomeUnknownException(
        (waited + "the events may or may not be stored").formatted(waitMillisMax), cause);
  }

  private static RuntimeException asThrown(Throwable cause) {
    if (cause instanceof RuntimeException failure) {
      return failure;
    }
    throw new IllegalStateException("The writer fails with RuntimeExceptions only", cause);
  }
}
