package io.playledger.postgres;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts and stops the processes of one data folder. */
final class Cluster {

  private static final System.Logger LOG = System.getLogger(Cluster.class.getName());
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration ORPHANS_TIMEOUT = Duration.ofSeconds(10);

  private final DataFolder folder;
  private final Programs programs;
  private final boolean throwaway;

  Cluster(DataFolder folder, Programs programs, boolean throwaway) {
    this.folder = folder;
    this.programs = programs;
    this.throwaway = throwaway;
  }

  /** Only once no process works in the folder: a lone backend could still be writing. */
  void clearStaleFiles() {
    List<ProcessHandle> orphans = Postmaster.processesIn(folder.data());
    CompletableFuture<?> allEnded =
        CompletableFuture.allOf(
            orphans.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
    try {
      allEnded.get(ORPHANS_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      Files.deleteIfExists(Postmaster.pidFile(folder.data()));
    } catch (TimeoutException e) {
      throw new PostgresException(
          "Processes %s of an earlier PostgreSQL still work in %s. End them, then start again."
              .formatted(orphans.stream().map(ProcessHandle::pid).toList(), folder.data()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresException("Interrupted while an earlier PostgreSQL ended", e);
    } catch (ExecutionException | IOException e) {
      throw new PostgresException("Cannot clear what an earlier PostgreSQL left", e);
    }
  }

  Postmaster start(Duration timeout) {
    try {
      Files.deleteIfExists(folder.startLog());
      programs.run(
          timeout.plusSeconds(5),
          "pg_ctl",
          "start",
          "--pgdata=" + folder.data(),
          "--log=" + folder.startLog(),
          "--silent",
          "--wait",
          "--timeout=" + Math.max(1, timeout.toSeconds()));
    } catch (PostgresException e) {
      Postmaster.of(folder.data()).ifPresent(this::stop);
      throw new PostgresException(
          "PostgreSQL did not start in %s: %s\n%s"
              .formatted(folder.data(), e.getMessage(), Programs.tail(folder.startLog())),
          e);
    } catch (IOException e) {
      throw new PostgresException("Cannot write " + folder.startLog(), e);
    }
    return Postmaster.of(folder.data())
        .orElseThrow(
            () ->
                new PostgresException(
                    "PostgreSQL started in %s and is gone again".formatted(folder.data())));
  }

  void stop(Postmaster running) {
    try {
      // nobody wants a last checkpoint of data that is deleted next
      stop(throwaway ? "immediate" : "fast");
    } catch (PostgresException e) {
      LOG.log(Level.WARNING, "PostgreSQL does not stop in good order: {0}", e.getMessage());
      if (running.process().isAlive()) {
        stop("immediate");
      }
    }
  }

  private void stop(String mode) {
    programs.run(
        STOP_TIMEOUT.plusSeconds(5),
        "pg_ctl",
        "stop",
        "--pgdata=" + folder.data(),
        "--mode=" + mode,
        "--silent",
        "--wait",
        "--timeout=" + STOP_TIMEOUT.toSeconds());
  }
}
