package io.playledger.web.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Rate limits.
 *
 * @param enabled whether rate limits apply
 * @param store where the counters are kept: {@code MEMORY} for one node, {@code POSTGRESQL} if
 *     several nodes share them
 * @param countsMax counters kept in memory; the least used are dropped first
 * @param ipv6PrefixBits IPv6 addresses that share this many leading bits count as one client
 * @param delay delays for clients that continue after 429
 * @param groups rates per group of operations and per kind of client; a missing one is not limited
 */
@Validated
@ConfigurationProperties("playledger.rate-limits")
public record RateLimitSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("MEMORY") Store store,
    @DefaultValue("200000") @Min(1_000) @Max(10_000_000) int countsMax,
    @DefaultValue("64") @Min(16) @Max(128) int ipv6PrefixBits,
    @DefaultValue @Valid Delay delay,
    Map<RateGroup, Map<Counted, Rate>> groups) {

  /** Stores of the counters. */
  public enum Store {
    /** In memory, for one node. */
    MEMORY,
    /** In the database, shared by all nodes. */
    POSTGRESQL
  }

  /**
   * Delays of clients that continue after 429, longer each time.
   *
   * @param first the first delay; zero for none
   * @param max the longest delay
   * @param factor factor by which each delay is longer than the one before
   * @param forgottenAfter how long a client must keep within the rates until the delays start again
   */
  public record Delay(
      @DefaultValue("1s") Duration first,
      @DefaultValue("60s") Duration max,
      @DefaultValue("2") @Min(1) @Max(10) int factor,
      @DefaultValue("10m") Duration forgottenAfter) {

    /**
     * Requires delays of at most one hour, and a memory of at most one day that is not shorter than
     * the longest delay.
     */
    public Delay {
      if (first.isNegative()
          || first.compareTo(max) > 0
          || max.compareTo(Duration.ofHours(1)) > 0) {
        throw new IllegalArgumentException(
            "playledger.rate-limits.delay needs 0 <= first <= max <= 1h");
      }
      if (forgottenAfter.compareTo(max) < 0 || forgottenAfter.compareTo(Duration.ofDays(1)) > 0) {
        throw new IllegalArgumentException(
            "playledger.rate-limits.delay.forgotten-after must be max to 1 day");
      }
    }
  }

  /** Copies the rates. */
  public RateLimitSettings {
    Map<RateGroup, Map<Counted, Rate>> copy = new EnumMap<>(RateGroup.class);
    if (groups != null) {
      groups.forEach((group, rates) -> copy.put(group, new EnumMap<>(rates)));
    }
    groups = copy;
  }
}
