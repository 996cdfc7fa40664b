package io.playledger.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code initdb} and {@code pg_ctl}. PostgreSQL refuses to run as root; for root the programs
 * run in their own user namespace ({@code unshare -U}), where they are nobody and the files keep
 * their owner.
 */
final class Programs {

  private static final int OUTPUT_CHARS_MAX = 4_000;

  private final PostgresBinaries binaries;
  private final Path output;

  Programs(PostgresBinaries binaries, Path output) {
    this.binaries = binaries;
    this.output = output;
  }

  /**
   * Runs a program to its end. A failure or a timeout is a {@link PostgresException} with the
   * output.
   */
  void run(Duration timeout, String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (new UnixSystem().getUid() == 0) {
      command.add("unshare");
      command.add("-U");
    }
    command.add(binaries.program(program).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(output.getParent().toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(output.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    try {
      Process process = builder.start();
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new PostgresException(
            "%s took longer than %s: %s".formatted(program, timeout, tail(output)));
      }
      if (process.exitValue() != 0) {
        throw new PostgresException("%s failed: %s".formatted(program, tail(output)));
      }
    } catch (IOException e) {
      throw new PostgresException("Cannot run " + program, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresException("Interrupted while " + program + " ran", e);
    }
  }

  /** The end of a text file, for messages. */
  static String tail(Path file) {
    try {
      if (!Files.exists(file)) {
        return "";
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
      return text.substring(Math.max(0, text.length() - OUTPUT_CHARS_MAX));
    } catch (IOException e) {
      return "(cannot read " + file + ": " + e.getMessage() + ")";
    }
  }
}
