package io.playledger.benchmarks.replay;

import io.playledger.verification.server.ServerFolder;
import io.playledger.verification.server.ServerProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server process on a data folder, timed from its start until it is of use. */
final class StartedServer implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(10);
  private static final String UP = "Playledger is up";

  private final ServerProcess process;
  private final double secondsToUse;

  /**
   * Starts it and waits until it answers that it is well, and says that it is up.
   *
   * @param command starts a server, without the options added here
   */
  StartedServer(List<String> command, Path data) {
    List<String> line = new ArrayList<>(command);
    line.add("--data=" + data);
    process =
        new ServerProcess(
            line,
            ServerProcess.freePort(0),
            new ServerFolder(data),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            LOOK);
    long began = System.nanoTime();
    try {
      process.start();
      process.awaitOutput(UP);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    secondsToUse = (System.nanoTime() - began) / 1e9;
  }

  double secondsToUse() {
    return secondsToUse;
  }

  /** Memory of the server's process in use, in MiB, where the system tells. */
  long residentMebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(entry -> entry.startsWith("VmRSS:"))
        .mapToLong(entry -> Long.parseLong(entry.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }

  /** Asks it to end and waits; its PostgreSQL ends with it. */
  @Override
  public void close() {
    process.close();
  }
}
