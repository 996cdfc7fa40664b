package io.playledger.runtime.processor;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The thread that hands a processor's events to its workers. Axon's coordinator stops when 1,024
 * events wait for the workers and continues after 100 ms, which limits every processor to about
 * 10,000 events per second, however fast its workers are. This one continues as soon as a worker
 * has made room. After failures Axon waits longer each time, up to a minute, even if the database
 * is back. This one retries every few seconds.
 */
final class Coordinator extends ScheduledThreadPoolExecutor {

  /**
   * Axon's delay when its buffer is full; it uses this value for nothing else while a processor
   * runs.
   */
  static final long FULL_BUFFER_MILLIS = 100;

  /** The longest delay; claims are extended at least this often, too. */
  static final long WAIT_MILLIS_MAX = 2_000;

  private final AtomicReference<Runnable> waitingForRoom = new AtomicReference<>();

  Coordinator(String processor) {
    super(1, Thread.ofPlatform().daemon().name(processor + "-coordinator").factory());
    setRemoveOnCancelPolicy(true);
    setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    if (unit.toMillis(delay) != FULL_BUFFER_MILLIS) {
      return super.schedule(
          task, Math.min(unit.toMillis(delay), WAIT_MILLIS_MAX), TimeUnit.MILLISECONDS);
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

  /** A worker has taken events, so a wait for room ends. */
  void roomMade() {
    Runnable waiting = waitingForRoom.getAndSet(null);
    if (waiting != null && !isShutdown()) {
      execute(waiting);
    }
  }
}
