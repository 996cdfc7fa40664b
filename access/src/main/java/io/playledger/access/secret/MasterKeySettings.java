package io.playledger.access.secret;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The master keys, or the location of the generated one.
 *
 * @param dataFolder folder of the embedded PostgreSQL, of the logs and of the generated master key
 * @param masterKey 32 bytes in base64, which encrypt the keys of persons, the signing keys and all
 *     other encrypted values of schema {@code auth}; empty for the file {@code master.key} in the
 *     data folder
 * @param previousMasterKeys former keys, separated by commas, which still decrypt but no longer
 *     encrypt
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
