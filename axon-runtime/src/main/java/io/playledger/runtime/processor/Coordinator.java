package io.playledger.runtime.processor;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The thread that hands a processor's events to its workers. Axon's coordinator stops when 1,024
 * events wait for the workers and looks again after 100 ms, which bounds every processor to about
 * 10,000 events a second, however fast its workers are. Here it looks as soon as a worker has made
 * room.
 */
final class Coordinator extends ScheduledThreadPoolExecutor {

  /** What Axon waits when its buffer is full, and for nothing else while a processor runs. */
  static final long FULL_BUFFER_MILLIS = 100;

  private final AtomicReference<Runnable> waitingForRoom = new AtomicReference<>();

  Coordinator(String processor) {
    super(1, Thread.ofPlatform().daemon().name(processor + "-coordinator").factory());
    setRemoveOnCancelPolicy(true);
    setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    if (unit.toMillis(delay) != FULL_BUFFER_MILLIS) {
      return super.schedule(task, delay, unit);
    }
    AtomicBoolean begun = new AtomicBoolean();
    Runnable once =
        () -> {
          if (begun.compareAndSet(false, true)) {
            task.run();
          }
        };
    waitingForRoom.set(once);
    return super.schedule(once, delay, unit);
  }

  /** A worker has taken events: whoever waits for room needs to wait no longer. */
  void roomMade() {
    Runnable waiting = waitingForRoom.getAndSet(null);
    if (waiting != null && !isShutdown()) {
      execute(waiting);
    }
  }
}
