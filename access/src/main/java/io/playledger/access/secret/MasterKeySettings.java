package io.playledger.access.secret;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The master keys, or the location of the generated one.
 *
 * @param dataFolder holds the master key if none is given
 * @param masterKey 32 bytes in base64; empty for the file {@code master.key} in the data folder
 * @param previousMasterKeys former keys that are still needed to decrypt, each in base64
 */
@Validated
@ConfigurationProperties("playledger")
public record MasterKeySettings(
    @DefaultValue("./data") Path dataFolder,
    @DefaultValue("") String masterKey,
    @DefaultValue List<String> previousMasterKeys) {

  /** Does not contain the secrets. */
  @Override
  public String toString() {
    return "MasterKeySettings[dataFolder=" + dataFolder + "]";
  }
}
