package io.playledger.verification.server;

import io.playledger.verification.server.ServerFolder.Running;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server that an earlier demo left running on the same data folder. */
public final class LeftServer {

  private static final long STOP_SECONDS_MAX = 60;

  private LeftServer() {}

  /** It, where it is still there and well; what is known of one that is gone is forgotten. */
  public static Optional<Running> of(ServerFolder folder) {
    Optional<Running> left = folder.running();
    if (left.isEmpty()) {
      return left;
    }
    if (!isWell(left.get())) {
      folder.forgetRunning();
      return Optional.empty();
    }
    return left;
  }

  private static boolean isWell(Running running) {
    if (ProcessHandle.of(running.pid()).isEmpty()) {
      return false;
    }
    try (ServerHealth health = new ServerHealth(URI.create(running.url()))) {
      return health.up();
    }
  }

  /** Asks that one process, which an earlier demo started, to end. */
  public static void stop(Running running, ServerFolder folder) {
    Optional<ProcessHandle> process = ProcessHandle.of(running.pid());
    if (process.isPresent()) {
      process.get().destroy();
      try {
        process.get().onExit().get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RunFailed("Interrupted while the server ends", e);
      } catch (ExecutionException | TimeoutException e) {
        throw new RunFailed("The server does not end: process " + running.pid(), e);
      }
    }
    folder.forgetRunning();
  }
}
