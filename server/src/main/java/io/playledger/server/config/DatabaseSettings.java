package io.playledger.server.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the data lies.
 *
 * @param dataFolder holds the embedded PostgreSQL and, where no master key is given, that key
 * @param databaseUrl {@code jdbc:postgresql://...} of a PostgreSQL of one's own; empty for the
 *     embedded one. {@code postgres://} and {@code postgresql://} are understood too
 * @param databaseUser its user
 * @param databasePassword its password
 * @param poolConnectionsMax connections of the pool; the event store's writer has its own
 * @param poolWaitMillisMax how long a request waits for a connection
 * @param statementMillisMax how long one statement of a read may run
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

  /** Whether the server runs a PostgreSQL of its own. */
  public boolean embedded() {
    return databaseUrl.isBlank();
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "DatabaseSettings[dataFolder=" + dataFolder + ", embedded=" + embedded() + "]";
  }
}
