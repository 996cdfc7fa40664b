package io.playledger.server.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Location of the data.
 *
 * @param dataFolder holds the embedded PostgreSQL and, if no master key is given, the generated one
 * @param databaseUrl {@code jdbc:postgresql://...} of an external PostgreSQL; empty for the
 *     embedded one. {@code postgres://} and {@code postgresql://} are accepted, too
 * @param databaseUser its user
 * @param databasePassword its password
 * @param poolConnectionsMax connections of the pool; the event store's writer has its own
 * @param poolWaitMillisMax how long a request waits for a connection
 * @param statementMillisMax timeout of a statement of a request
 */
@Validated
@ConfigurationProperties("playledger")
public record DatabaseSettings(
    @DefaultValue("./data") Path dataFolder,
    @DefaultValue("") String databaseUrl,
    @DefaultValue("") String databaseUser,
    @DefaultValue("") String databasePassword,
    @DefaultValue("48") @Min(16) @Max(1_000) int poolConnectionsMax,
    @DefaultValue("5000") @Min(250) @Max(60_000) int poolWaitMillisMax,
    @DefaultValue("15000") @Min(1_000) @Max(600_000) int statementMillisMax) {

  /** Whether the server runs the embedded PostgreSQL. */
  public boolean embedded() {
    return databaseUrl.isBlank();
  }

  /** Does not contain the secrets. */
  @Override
  public String toString() {
    return "DatabaseSettings[dataFolder=" + dataFolder + ", embedded=" + embedded() + "]";
  }
}
