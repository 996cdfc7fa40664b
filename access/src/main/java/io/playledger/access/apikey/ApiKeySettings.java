package io.playledger.access.apikey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * API keys.
 *
 * @param keysMax keys of one owner that have not ended
 * @param age of a key that names no end
 * @param cacheMillisMax how long the end of a key on another node may go unnoticed
 * @param cacheEntriesMax secrets kept in that cache
 * @param usageFlush how often the counts of uses are written; a crash loses as much
 * @param usageEntriesMax counts kept until they are written; beyond, they are written at once
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

  /** Refuses a flush more often than every 100 ms or less than once a minute. */
  public ApiKeySettings {
    if (usageFlush.toMillis() < 100 || usageFlush.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "playledger.api-keys.usage-flush must be 100 ms to 1 minute, not " + usageFlush);
    }
  }
}
