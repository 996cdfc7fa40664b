package io.playledger.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The document that keeps what was really measured, newest last. */
final class BenchmarkDocument {

  private final Path file;

  /**
   * @param file exists; a new one would lack its head
   */
  BenchmarkDocument(Path file) {
    this.file = file;
  }

  void append(LocalDate date, Conditions conditions, List<String> table) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("## %s, %s".formatted(date, conditions.commit()));
    lines.add("");
    conditions.lines().forEach(line -> lines.add("- " + line));
    lines.add("");
    lines.addAll(table);
    Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }
}
