package io.playledger.access.apikey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of API keys.
 *
 * @param keysMax active keys per owner
 * @param age lifetime of a key without an expiry
 * @param cacheMillisMax how long a revocation on another node can go unnoticed
 * @param cacheEntriesMax secrets kept in that cache
 * @param usageFlush how often usage counters are written; a crash loses the counts since then
 * @param usageEntriesMax counters kept until they are written; above that, they are written at once
 */
@Validated
@ConfigurationProperties("playledger.api-keys")
public record ApiKeySettings(
    @DefaultValue("20") @Min(1) @Max(1_000) int keysMax,
    @DefaultValue("90d") Duration age,
    @DefaultValue("5000") @Min(0) @Max(60_000) int cacheMillisMax,
    @DefaultValue("50000") @Min(100) @Max(5_000_000) int cacheEntriesMax,
    @DefaultValue("5s") Duration usageFlush,
    @DefaultValue("10000") @Min(100) @Max(1_000_000) int usageEntriesMax) {

  /** Requires a flush interval of 100 ms to one minute. */
  public ApiKeySettings {
    if (usageFlush.toMillis() < 100 || usageFlush.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "playledger.api-keys.usage-flush must be 100 ms to 1 minute, not " + usageFlush);
    }
  }
}
