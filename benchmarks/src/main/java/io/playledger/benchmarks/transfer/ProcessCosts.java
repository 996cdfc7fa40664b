package io.playledger.benchmarks.transfer;

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

  /** Of {@code stat} behind the name: user and system time. */
  private static final int FIRST_FIELD = 11;

  private static final int OWN_FIELDS = 2;
  private static final int ENDED_CHILDREN_FIELDS = 2;

  private ProcessCosts() {}

  /** Microseconds of processor time that the process has had, without its children. */
  static Optional<Long> cpuMicros(long pid) throws IOException {
    return Files.isDirectory(PROC.resolve(Long.toString(pid)))
        ? Optional.of(ticks(pid, OWN_FIELDS) * MICROS_PER_TICK)
        : Optional.empty();
  }

  /** The same for a process and all its children, those that have ended included. */
  static Optional<Long> familyCpuMicros(long pid) throws IOException {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isEmpty() || !Files.isDirectory(PROC.resolve(Long.toString(pid)))) {
      return Optional.empty();
    }
    long ticks = ticks(pid, OWN_FIELDS + ENDED_CHILDREN_FIELDS);
    for (ProcessHandle child : process.get().children().toList()) {
      ticks += ticks(child.pid(), OWN_FIELDS + ENDED_CHILDREN_FIELDS);
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

  /** So many fields of {@code stat} from the 14th: its own times, then those of ended children. */
  private static long ticks(long pid, int fields) throws IOException {
    try {
      String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
      String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int field = FIRST_FIELD; field < FIRST_FIELD + fields; field++) {
        ticks += Long.parseLong(behindName[field]);
      }
      return ticks;
    } catch (NoSuchFileException gone) {
      return 0;
    }
  }
}
