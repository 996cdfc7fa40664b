package io.playledger.runtime.aggregate;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Locks of aggregates that a command can release together before its unit of work ends: when its
 * events are queued, while it waits for the disk. Axon releases them again at the end, which then
 * has no effect.
 */
public final class CommandLocks implements LockFactory {

  /**
   * A command waits 10 s for an aggregate at most, then it is a conflict; Axon's default is 60 s.
   */
  private static final int ATTEMPTS_MAX = 1_000;

  private static final int ATTEMPT_MILLIS = 10;
  private static final String RESOURCE_KEY = CommandLocks.class.getName();

  private final LockFactory locks =
      PessimisticLockFactory.builder()
          .lockAttemptTimeout(ATTEMPT_MILLIS)
          .acquireAttempts(ATTEMPTS_MAX)
          .build();

  @Override
  public Lock obtainLock(String identifier) {
    ReleasedOnce lock = new ReleasedOnce(locks.obtainLock(identifier));
    if (CurrentUnitOfWork.isStarted()) {
      of(CurrentUnitOfWork.get()).held.add(lock);
    }
    return lock;
  }

  /** Releases every lock of the command of this unit of work. */
  public static void releaseAll(UnitOfWork<?> unitOfWork) {
    OfCommand all = of(unitOfWork);
    all.released = true;
    all.held.forEach(ReleasedOnce::release);
  }

  /** Whether the locks were released early, so that other commands can change the aggregates. */
  static boolean areReleased(UnitOfWork<?> unitOfWork) {
    return of(unitOfWork).released;
  }

  private static OfCommand of(UnitOfWork<?> unitOfWork) {
    return unitOfWork.root().getOrComputeResource(RESOURCE_KEY, _ -> new OfCommand());
  }

  /** The locks of one command, including nested commands. They belong to one thread. */
  private static final class OfCommand {
    private final List<ReleasedOnce> held = new ArrayList<>(2);
    private boolean released;
  }

  /** One acquisition of a lock; the lock counts acquisitions of its thread. */
  private static final class ReleasedOnce implements Lock {
    private final Lock lock;
    private boolean released;

    ReleasedOnce(Lock lock) {
      this.lock = lock;
    }

    @Override
    public void release() {
      if (!released) {
        released = true;
        lock.release();
      }
    }

    @Override
    public boolean isHeld() {
      return !released && lock.isHeld();
    }
  }
}
