package io.playledger.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void optionsBecomeSettings() {
    assertThat(
            CommandLine.translate(
                new String[] {
                  "--port", "9000", "--admin", "a@example.org", "--demo", "--data=/tmp/x"
                }))
        .containsExactly(
            "--server.port=9000",
            "--playledger.first-admin.email=a@example.org",
            "--spring.profiles.active=demo",
            "--playledger.data-folder=/tmp/x");
  }

  @Test
  void springSettingsPassUnchanged() {
    assertThat(CommandLine.translate(new String[] {"--server.port=0"}))
        .containsExactly("--server.port=0");
  }

  @Test
  void optionWithoutItsValueIsRefused() {
    assertThatThrownBy(() -> CommandLine.translate(new String[] {"--port", "--demo"}))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--port");
    assertThatThrownBy(() -> CommandLine.translate(new String[] {"--admin"}))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void unknownOptionIsRefused() {
    assertThatThrownBy(() -> CommandLine.translate(new String[] {"--prot", "1"}))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--prot");
  }
}
