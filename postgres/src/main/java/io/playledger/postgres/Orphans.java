package io.playledger.postgres;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Processes whose postmaster has died. Most notice it and end. A process in a long statement does
 * not notice it, and no other postmaster can start while it runs. It is asked to end and then
 * killed; its transaction is lost in either case.
 */
final class Orphans {

  private static final System.Logger LOG = System.getLogger(Orphans.class.getName());
  private static final Duration BY_THEMSELVES = Duration.ofSeconds(2);
  private static final Duration ASKED = Duration.ofSeconds(4);
  private static final Duration FORCED = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(20);

  private Orphans() {}

  /** Returns when no process works in this data folder any more. */
  static void endIn(Path data) {
    if (!endedWithin(BY_THEMSELVES, data)) {
      signal(data, "Asking", ProcessHandle::destroy);
      if (!endedWithin(ASKED, data)) {
        signal(data, "Forcing", ProcessHandle::destroyForcibly);
      }
    }
    if (!endedWithin(FORCED, data)) {
      throw new PostgresException(
          "Processes %s of an earlier PostgreSQL still work in %s. End them, then start again."
              .formatted(pids(Postmaster.processesIn(data)), data));
    }
  }

  private static void signal(Path data, String how, Consumer<ProcessHandle> signal) {
    List<ProcessHandle> left = Postmaster.processesIn(data);
    LOG.log(Level.WARNING, how + " processes {0} to end: their postmaster is gone", pids(left));
    left.forEach(signal);
  }

  private static boolean endedWithin(Duration time, Path data) {
    long end = System.nanoTime() + time.toNanos();
    while (!Postmaster.processesIn(data).isEmpty()) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new PostgresException("Interrupted while an earlier PostgreSQL ended", e);
      }
    }
    return true;
  }

  private static List<Long> pids(List<ProcessHandle> processes) {
    return processes.stream().map(ProcessHandle::pid).toList();
  }
}
