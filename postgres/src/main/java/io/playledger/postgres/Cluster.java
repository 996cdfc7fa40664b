package io.playledger.postgres;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Duration;

/** Starts and stops the processes of one data folder. */
final class Cluster {

  private static final System.Logger LOG = System.getLogger(Cluster.class.getName());
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

  private final DataFolder folder;
  private final Programs programs;
  private final boolean throwaway;

  Cluster(DataFolder folder, Programs programs, boolean throwaway) {
    this.folder = folder;
    this.programs = programs;
    this.throwaway = throwaway;
  }

  /**
   * Starts only after all processes of the folder have ended, because a remaining backend could
   * still be writing.
   */
  void clearStaleFiles() {
    try {
      Orphans.endIn(folder.data());
      Files.deleteIfExists(Postmaster.pidFile(folder.data()));
    } catch (IOException e) {
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
      // no checkpoint, because the data is deleted next
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
