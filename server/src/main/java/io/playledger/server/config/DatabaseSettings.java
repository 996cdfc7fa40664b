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
 * @param dataFolder folder of the embedded PostgreSQL, of the logs and of the generated master key
 * @param databaseUrl {@code jdbc:postgresql://...} of a PostgreSQL of your own; empty for the
 *     embedded one. {@code postgres://} and {@code postgresql://} are accepted, too
 * @param databaseUser user of that PostgreSQL
 * @param databasePassword password of that user
 * @param poolConnectionsMax connections to the database; the event store holds two more
 * @param poolWaitMillisMax how long a request waits for a database connection before it gets 503
 * @param statementMillisMax how long a request waits for a statement before it gets 503; a
 *     connection without an answer is closed 5 s later
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
