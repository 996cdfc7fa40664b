package io.playledger.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A running postmaster, found through the {@code postmaster.pid} of its data folder and verified:
 * the process must be a postgres program whose working folder is that data folder. The number in
 * the file alone proves nothing because process ids are reused.
 *
 * @param process the operating system's handle
 * @param port its port
 * @param ready whether it accepts connections
 */
record Postmaster(ProcessHandle process, int port, boolean ready) {

  private static final int LINE_PID = 0;
  private static final int LINE_PORT = 3;
  private static final int LINE_STATUS = 7;

  static Path pidFile(Path data) {
    return data.resolve("postmaster.pid");
  }

  /** The live postmaster of this data folder, if its pid file names one. */
  static Optional<Postmaster> of(Path data) {
    List<String> lines = readPidFile(data);
    if (lines.size() <= LINE_PORT) {
      return Optional.empty();
    }
    try {
      long pid = Long.parseLong(lines.get(LINE_PID).strip());
      int port = Integer.parseInt(lines.get(LINE_PORT).strip());
      boolean ready = lines.size() > LINE_STATUS && lines.get(LINE_STATUS).strip().equals("ready");
      return ProcessHandle.of(pid)
          .filter(process -> isPostgresOf(process, data))
          .map(process -> new Postmaster(process, port, ready));
    } catch (NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  /** All postgres processes in this data folder, whatever the pid file states. */
  static List<ProcessHandle> processesIn(Path data) {
    List<ProcessHandle> found = new ArrayList<>();
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      all.filter(process -> isPostgresOf(process, data)).forEach(found::add);
    }
    return found;
  }

  private static List<String> readPidFile(Path data) {
    try {
      Path file = pidFile(data);
      return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
    } catch (IOException e) {
      throw new PostgresException("Cannot read " + pidFile(data), e);
    }
  }

  private static boolean isPostgresOf(ProcessHandle process, Path data) {
    if (!process.isAlive() || !isPostgresProgram(process)) {
      return false;
    }
    Path cwd = Path.of("/proc", Long.toString(process.pid()), "cwd");
    try {
      if (Files.isSymbolicLink(cwd)) {
        return Files.isSameFile(cwd, data);
      }
      // no /proc here: the postmaster's own arguments name the folder
      return process.info().commandLine().orElse("").contains(data.toString());
    } catch (IOException ended) {
      return false;
    }
  }

  private static boolean isPostgresProgram(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString())
        .filter(name -> name.equals("postgres") || name.equals("postgres (deleted)"))
        .isPresent();
  }
}
