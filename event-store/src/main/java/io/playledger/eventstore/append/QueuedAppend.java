package io.playledger.eventstore.append;

import io.playledger.eventstore.AppendOutcomeUnknownException;
import io.playledger.eventstore.EventStoreUnavailableException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The state of one command's queued events: stored or lost. Lost means that nothing may rest on
 * them: they were refused or withdrawn, or their outcome is unknown.
 *
 * <p>Queued appends settle in the order in which they were queued.
 */
public final class QueuedAppend {

  private enum State {
    WAITING,
    TAKEN,
    WITHDRAWN
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final CompletableFuture<Long> firstPosition = new CompletableFuture<>();
  private final long waitMillisMax;

  /**
   * @param waitMillisMax longest wait for it
   */
  QueuedAppend(long waitMillisMax) {
    this.waitMillisMax = waitMillisMax;
  }

  /** Whether its events are durable. */
  public boolean isStored() {
    return firstPosition.isDone() && !firstPosition.isCompletedExceptionally();
  }

  /** Whether the events are lost. */
  public boolean isLost() {
    // the state first: a withdrawn one is lost before its waiters learn of it
    return state.get() == State.WITHDRAWN || firstPosition.isCompletedExceptionally();
  }

  boolean isSettled() {
    return firstPosition.isDone();
  }

  /**
   * Waits until it is stored or lost, for a command that has read its result.
   *
   * @return whether it is stored
   * @throws EventStoreUnavailableException if that takes too long, or the wait is interrupted
   */
  public boolean awaitSettled() {
    try {
      firstPosition.get(waitMillisMax, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException lost) {
      return false;
    } catch (TimeoutException e) {
      throw new EventStoreUnavailableException(
          "A command before this one was not stored in %d ms (appendWaitMillisMax)"
              .formatted(waitMillisMax),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreUnavailableException("Interrupted; nothing was stored", e);
    }
  }

  /** The writer takes it, unless its caller has withdrawn it. */
  boolean take() {
    return state.compareAndSet(State.WAITING, State.TAKEN);
  }

  /** The caller withdraws it; true means that it will never be stored. */
  boolean withdraw(RuntimeException why) {
    if (!state.compareAndSet(State.WAITING, State.WITHDRAWN)) {
      return false;
    }
    firstPosition.completeExceptionally(why);
    return true;
  }

  void stored(long first) {
    firstPosition.complete(first);
  }

  void failed(RuntimeException failure) {
    firstPosition.completeExceptionally(failure);
  }

  /**
   * Waits as its caller until the events are durable. Once the writer has taken them, an interrupt
   * does not end the wait, because it cannot undo the append; it is kept for the caller.
   *
   * @return the position of the first event
   */
  long awaitStored() {
    long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillisMax);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return firstPosition.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
          EventStoreUnavailableException withdrawn =
              new EventStoreUnavailableException("Interrupted; nothing was stored", e);
          if (withdraw(withdrawn)) {
            throw withdrawn;
          }
        } catch (TimeoutException e) {
          throw givenUp(e);
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

  private RuntimeException givenUp(TimeoutException cause) {
    String waited = "No answer from the database in %d ms (appendWaitMillisMax); ";
    EventStoreUnavailableException withdrawn =
        new EventStoreUnavailableException(
            (waited + "nothing was stored").formatted(waitMillisMax), cause);
    if (withdraw(withdrawn)) {
      return withdrawn;
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
