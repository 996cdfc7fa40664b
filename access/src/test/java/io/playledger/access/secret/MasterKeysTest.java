package io.playledger.access.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.access.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {

  @TempDir private Path folder;

  private MasterKeySettings settings(String key, String... previous) {
    return new MasterKeySettings(folder, key, List.of(previous));
  }

  private static List<String> ids(List<MasterKey> keys) {
    return keys.stream().map(MasterKey::id).toList();
  }

  private static byte[] key(int first) {
    byte[] key = new byte[32];
    key[0] = (byte) first;
    return key;
  }

  private static String text(byte[] key) {
    return Base64.getEncoder().encodeToString(key);
  }

  @Test
  void masterKeyIsCreatedOnceAndReadableByItsOwnerOnly() throws IOException {
    List<MasterKey> made = MasterKeys.find(settings(""));

    assertThat(ids(MasterKeys.find(settings("")))).isEqualTo(ids(made)).hasSize(1);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("master.key"))))
        .isEqualTo("rw-------");
    assertThat(Files.list(folder)).hasSize(1);
  }

  @Test
  void masterKeyReadableByOthersIsRefused() throws IOException {
    MasterKeys.find(settings(""));
    Files.setPosixFilePermissions(
        folder.resolve("master.key"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> MasterKeys.find(settings("")))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void masterKeyOfTheSettingIsUsed() {
    assertThat(ids(MasterKeys.find(settings(text(key(7))))))
        .containsExactly(new MasterKey(key(7)).id());
    assertThatThrownBy(() -> MasterKeys.find(settings("c2hvcnQ=")))
        .isInstanceOf(StartRefusedException.class);
    assertThatThrownBy(() -> MasterKeys.find(settings("not base64!")))
        .isInstanceOf(StartRefusedException.class);
  }

  @Test
  void previousMasterKeysFollowOnceEach() {
    assertThat(
            ids(
                MasterKeys.find(
                    settings(text(key(2)), text(key(1)), " " + text(key(2)), text(key(1))))))
        .containsExactly(new MasterKey(key(2)).id(), new MasterKey(key(1)).id());
    assertThatThrownBy(() -> MasterKeys.find(settings(text(key(2)), "c2hvcnQ=")))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("PLAYLEDGER_PREVIOUS_MASTER_KEYS");
  }
}
