package io.playledger.web.call;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a read waits.
 *
 * @param readWaitMillisMax how long a read waits for {@code Playledger-Min-Position}
 * @param readAnswerMillisMax how long a read waits for the read tables to answer
 */
@Validated
@ConfigurationProperties("playledger.http")
public record ReadSettings(
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
