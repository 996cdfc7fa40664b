package io.playledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkDocumentTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final Conditions CONDITIONS = new Conditions(List.of("machine: small"), "abc123");

  @TempDir Path folder;

  @Test
  void newTableIsAppendedToTheDocument() throws IOException {
    Path file = folder.resolve("benchmarks.md");
    Files.writeString(file, "# Benchmarks\n");
    new BenchmarkDocument(file).append(DAY, CONDITIONS, List.of("| a |"));
    assertThat(file)
        .hasContent("# Benchmarks\n\n## 2026-11-21, abc123\n\n- machine: small\n\n| a |\n");
  }

  @Test
  void documentWithoutItsHeadIsRefused() {
    BenchmarkDocument missing = new BenchmarkDocument(folder.resolve("missing.md"));
    assertThatThrownBy(() -> missing.append(DAY, CONDITIONS, List.of("| a |")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
