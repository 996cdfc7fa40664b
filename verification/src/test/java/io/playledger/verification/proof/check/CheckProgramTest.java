package io.playledger.verification.proof.check;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckProgramTest {

  @TempDir Path folder;

  private void run(String... arguments) throws Exception {
    new CheckProgram(
            arguments,
            Map.of(),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
        .run();
  }

  @Test
  void unknownCheckIsRefused() {
    assertThatThrownBy(() -> run("--only", "log-gapless,log-flawless"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No check log-flawless; there are [log-gapless,");
  }

  @Test
  void unknownOptionIsRefused() {
    assertThatThrownBy(() -> run("--fast"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--fast");
  }

  @Test
  void folderWithoutDataIsRefused() {
    assertThatThrownBy(() -> run("--data", folder.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No server has kept its data in");
  }

  @Test
  void missingJournalIsRefused() {
    assertThatThrownBy(() -> run("--journal", folder.resolve("none").toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No journal at");
  }
}
