package io.playledger.server.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the HTTP side.
 *
 * @param bodyBytesMax largest body of a request
 * @param readWaitMillisMax how long a read waits for {@code Playledger-Min-Position}
 * @param readAnswerMillisMax how long a read waits for the read tables to answer
 */
@Validated
@ConfigurationProperties("playledger.http")
public record HttpSettings(
    @DefaultValue("262144") @Min(1_024) @Max(16_777_216) int bodyBytesMax,
    @DefaultValue("5000") @Min(1) @Max(60_000) int readWaitMillisMax,
    @DefaultValue("10000") @Min(100) @Max(60_000) int readAnswerMillisMax) {

  /** {@link #readWaitMillisMax} as a duration. */
  public Duration readWaitMax() {
    return Duration.ofMillis(readWaitMillisMax);
  }

  /** {@link #readAnswerMillisMax} as a duration. */
  public Duration readAnswerMax() {
    return Duration.ofMillis(readAnswerMillisMax);
  }
}
