package io.playledger.postgres;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps an embedded PostgreSQL running: notices that its postmaster has died (the kernel's
 * out-of-memory killer, a {@code kill -9}), waits until the last of its processes is gone, and
 * starts it again on the same port. Committed data is recovered; clients must reconnect. PostgreSQL
 * itself handles the death of a single backend.
 *
 * <p>After {@link RestartPolicy#attemptsMax()} failed attempts it stays down and reports that.
 */
public final class PostgresSupervisor implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PostgresSupervisor.class.getName());
  private static final Duration LOOK = Duration.ofMillis(200);

  private final PostgresServer server;
  private final RestartPolicy policy;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Status status = new Status(State.RUNNING, 0, Optional.empty());
  private int attempts;
  private long runningSinceNanos = System.nanoTime();

  /** States of the PostgreSQL. */
  public enum State {
    /** Its postmaster is running. */
    RUNNING,
    /** It died and is being restarted. */
    RESTARTING,
    /** It died and could not be restarted; there are no further attempts. */
    GIVEN_UP
  }

  /**
   * The status of the PostgreSQL.
   *
   * @param restarts number of restarts
   * @param failure reason why the last attempt failed; empty after a successful one
   */
  public record Status(State state, long restarts, Optional<String> failure) {}

  private PostgresSupervisor(PostgresServer server, RestartPolicy policy) {
    this.server = server;
    this.policy = policy;
    this.thread = Thread.ofPlatform().daemon().name("postgres-supervisor").unstarted(this::watch);
  }

  /** Watches the server from now on; close this before the server. */
  public static PostgresSupervisor watch(PostgresServer server, RestartPolicy policy) {
    PostgresSupervisor supervisor = new PostgresSupervisor(server, policy);
    supervisor.thread.start();
    return supervisor;
  }

  /** The last known status. */
  public Status status() {
    return status;
  }

  private void watch() {
    while (!closedWithin(LOOK)) {
      if (server.isRunning()) {
        if (System.nanoTime() - runningSinceNanos > policy.settledAfter().toNanos()) {
          attempts = 0;
        }
        continue;
      }
      LOG.log(Level.ERROR, "PostgreSQL, process {0}, has died", Long.toString(server.pid()));
      status = new Status(State.RESTARTING, status.restarts(), Optional.empty());
      if (!startedAgain()) {
        return;
      }
    }
  }

  private boolean startedAgain() {
    while (attempts < policy.attemptsMax()) {
      attempts++;
      if (closedWithin(policy.pauseBefore(attempts))) {
        return false;
      }
      long begin = System.nanoTime();
      try {
        server.startAgain();
        runningSinceNanos = System.nanoTime();
        status = new Status(State.RUNNING, status.restarts() + 1, Optional.empty());
        LOG.log(
            Level.WARNING,
            "PostgreSQL runs again, recovered, as process {0}, after {1} ms",
            Long.toString(server.pid()),
            Long.toString(Duration.ofNanos(runningSinceNanos - begin).toMillis()));
        return true;
      } catch (PostgresException e) {
        status =
            new Status(State.RESTARTING, status.restarts(), Optional.ofNullable(e.getMessage()));
        LOG.log(
            Level.ERROR,
            "PostgreSQL could not be started again, attempt {0} of {1}: {2}",
            Integer.toString(attempts),
            Integer.toString(policy.attemptsMax()),
            e.getMessage());
      }
    }
    status = new Status(State.GIVEN_UP, status.restarts(), status.failure());
    LOG.log(
        Level.ERROR,
        "PostgreSQL stays down after {0} attempts; mend what hinders it and restart the server",
        Integer.toString(attempts));
    return false;
  }

  private boolean closedWithin(Duration time) {
    try {
      return closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Stops watching. Waits for a start in progress. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
