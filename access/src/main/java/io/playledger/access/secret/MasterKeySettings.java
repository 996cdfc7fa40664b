package io.playledger.access.secret;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The master keys, or where the one is that the server made itself.
 *
 * @param dataFolder holds the master key where none is given
 * @param masterKey 32 bytes in base64; empty for the file {@code master.key} in the data folder
 * @param previousMasterKeys those that sealed before, and are still needed to open: base64 each
 */
@Validated
@ConfigurationProperties("playledger")
public record MasterKeySettings(
    @DefaultValue("./data") Path dataFolder,
    @DefaultValue("") String masterKey,
    @DefaultValue List<String> previousMasterKeys) {

  /** Without the secrets. */
  @Override
  public String toString() {
    return "MasterKeySettings[dataFolder=" + dataFolder + "]";
  }
}
