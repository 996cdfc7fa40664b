package io.playledger.verification.bench.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What processes cost, as Linux tells it in {@code /proc}; nothing where there is no such folder.
 */
final class ProcessCosts {

  private static final Path PROC = Path.of("/proc");

  /** Linux counts processor time for programs in hundredths of a second, on every machine. */
  private static final long MICROS_PER_TICK = 10_000;

  private ProcessCosts() {}

  /** Microseconds of processor time that the process and its children have had. */
  static Optional<Long> cpuMicros(long pid) throws IOException {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isEmpty() || !Files.isDirectory(PROC.resolve(Long.toString(pid)))) {
      return Optional.empty();
    }
    long ticks = ticks(pid);
    for (ProcessHandle child : process.get().children().toList()) {
      ticks += ticks(child.pid());
    }
    return Optional.of(ticks * MICROS_PER_TICK);
  }

  /** A member of {@code /proc/<pid>/status} in MiB, for example {@code VmRSS}. */
  static Optional<Double> statusMib(long pid, String member) throws IOException {
    Path status = PROC.resolve(Long.toString(pid)).resolve("status");
    if (!Files.exists(status)) {
      return Optional.empty();
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith(member + ":")) {
        String kib = line.substring(member.length() + 1).replace("kB", "").strip();
        return Optional.of(Long.parseLong(kib) / 1024.0);
      }
    }
    return Optional.empty();
  }

  /** Fields 14 to 17 of {@code stat}: its own time and that of children it has waited for. */
  private static long ticks(long pid) throws IOException {
    try {
      String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
      String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int field = 11; field <= 14; field++) {
        ticks += Long.parseLong(behindName[field]);
      }
      return ticks;
    } catch (NoSuchFileException gone) {
      return 0;
    }
  }
}
