package io.playledger.eventstore.append;

import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.EventStoreObserver;
import io.playledger.eventstore.EventStoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The bounded queue from the callers to the writer. */
final class AppendQueue {
  private static final long IDLE_MILLIS = 200;

  private final EventStoreLimits limits;
  private final EventStoreObserver observer;
  private final BlockingQueue<PendingAppend> waiting;
  private volatile boolean closed;
  private volatile boolean abandoned;

  /** Taken from the queue but too large for the last batch; writer thread only. */
  private PendingAppend next;

  AppendQueue(EventStoreLimits limits, EventStoreObserver observer) {
    this.limits = limits;
    this.observer = observer;
    this.waiting = new ArrayBlockingQueue<>(limits.queueCommandsMax());
  }

  /** Queues a command. Waits for a place, and fails if none becomes free in time. */
  void submit(PendingAppend pending) {
    if (closed) {
      throw closedException();
    }
    boolean queued;
    try {
      queued =
          waiting.offer(pending)
              || waiting.offer(pending, limits.enqueueWaitMillisMax(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreUnavailableException("Interrupted; nothing was stored", e);
    }
    if (!queued) {
      observer.queueFull();
      throw new EventStoreUnavailableException(
          "%d commands wait for the event store and no place came free in %d ms"
                  .formatted(limits.queueCommandsMax(), limits.enqueueWaitMillisMax())
              + " (queueCommandsMax, enqueueWaitMillisMax); nothing was stored");
    }
    if (abandoned && pending.queued().withdraw(closedException())) {
      throw closedException();
    }
  }

  /**
   * The next batch in queue order, within the limits; waits a moment for a first command.
   *
   * @return an empty list when nothing came
   */
  List<PendingAppend> nextBatch() throws InterruptedException {
    List<PendingAppend> batch = new ArrayList<>();
    int events = 0;
    long bytes = 0;
    PendingAppend candidate =
        next != null ? next : waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
    next = null;
    while (candidate != null) {
      boolean fits =
          batch.isEmpty()
              || (events + candidate.events().size() <= limits.batchEventsMax()
                  && bytes + candidate.sizeBytes() <= limits.batchBytesMax());
      if (!fits) {
        next = candidate;
        break;
      }
      if (candidate.take()) {
        batch.add(candidate);
        events += candidate.events().size();
        bytes += candidate.sizeBytes();
      }
      candidate = batch.size() < limits.batchCommandsMax() ? waiting.poll() : null;
    }
    return batch;
  }

  int length() {
    return waiting.size();
  }

  /** Accepts no further commands; queued ones are still written. */
  void close() {
    closed = true;
  }

  boolean isDrained() {
    return closed && next == null && waiting.isEmpty();
  }

  /** The writer has ended: no queued or later command is stored. */
  void abandon() {
    closed = true;
    abandoned = true;
    List<PendingAppend> left = new ArrayList<>();
    if (next != null) {
      left.add(next);
    }
    waiting.drainTo(left);
    for (PendingAppend pending : left) {
      if (pending.take()) {
        pending.failed(closedException());
      }
    }
  }

  private static EventStoreUnavailableException closedException() {
    return new EventStoreUnavailableException("The event store is closed; nothing was stored");
  }
}
