package io.playledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PostgresSettingsTest {

  private final PostgresSettings settings = PostgresSettings.in(Path.of("data"));

  @Test
  void wrongValuesAreRefusedByName() {
    assertThatThrownBy(() -> settings.withPort(65_536)).hasMessageContaining("port");
    assertThatThrownBy(() -> settings.withConnectionsMax(9)).hasMessageContaining("connectionsMax");
    assertThatThrownBy(() -> settings.withStartTimeout(Duration.ZERO))
        .hasMessageContaining("startTimeout");
    assertThatThrownBy(() -> settings.with("a b", "x")).hasMessageContaining("not a setting");
    assertThatThrownBy(() -> settings.with("work_mem", "1\nfsync = off"))
        .hasMessageContaining("not a setting");
  }

  @Test
  void settingsAreDurableByDefault() {
    DataFolder folder = new DataFolder(settings.folder());
    assertThat(folder.settingsText(settings, true))
        .contains("fsync = 'on'", "synchronous_commit = 'on'", "full_page_writes = 'on'")
        .contains("listen_addresses = '127.0.0.1'", "unix_socket_directories = ''");
  }

  @Test
  void valuesAreQuoted() {
    DataFolder folder = new DataFolder(settings.folder());
    assertThat(folder.settingsText(settings.with("application_name", "it's"), true))
        .contains("application_name = 'it''s'");
  }
}
