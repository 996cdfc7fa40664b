package io.playledger.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

  @TempDir private Path folder;

  private DatabaseSettings settings(String key) {
    return new DatabaseSettings(folder, "", "", "", 48, 5000, 15000, key);
  }

  @Test
  void isMadeOnceAndKeptForItsOwnerOnly() throws IOException {
    byte[] made = MasterKey.find(settings(""));

    assertThat(MasterKey.find(settings(""))).isEqualTo(made).hasSize(32);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("master.key"))))
        .isEqualTo("rw-------");
    assertThat(Files.list(folder)).hasSize(1);
  }

  @Test
  void thatOthersMayReadIsRefused() throws IOException {
    MasterKey.find(settings(""));
    Files.setPosixFilePermissions(
        folder.resolve("master.key"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> MasterKey.find(settings("")))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void isTakenFromTheSettingWhereThereIsOne() {
    byte[] key = new byte[32];
    key[0] = 7;
    assertThat(MasterKey.find(settings(Base64.getEncoder().encodeToString(key)))).isEqualTo(key);
    assertThatThrownBy(() -> MasterKey.find(settings("c2hvcnQ=")))
        .isInstanceOf(StartRefusedException.class);
    assertThatThrownBy(() -> MasterKey.find(settings("not base64!")))
        .isInstanceOf(StartRefusedException.class);
  }
}
