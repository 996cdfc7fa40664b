package io.playledger.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL all of whose processes stand still (SIGSTOP) until this is closed: for tests. */
public final class StoppedPostgres implements AutoCloseable {

  private final List<String> pids;

  private StoppedPostgres(List<String> pids) {
    this.pids = pids;
  }

  /** The postmaster first, so that it starts no further process. */
  public static StoppedPostgres of(long postmasterPid) {
    signal("-STOP", List.of(String.valueOf(postmasterPid)));
    List<String> pids =
        Stream.concat(
                Stream.of(postmasterPid),
                ProcessHandle.of(postmasterPid).stream()
                    .flatMap(ProcessHandle::children)
                    .map(ProcessHandle::pid))
            .map(String::valueOf)
            .toList();
    signal("-STOP", pids);
    return new StoppedPostgres(pids);
  }

  private static void signal(String signal, List<String> pids) {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    command.addAll(pids);
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    signal("-CONT", pids);
  }
}
