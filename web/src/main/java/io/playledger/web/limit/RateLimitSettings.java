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
 * How often who may ask.
 *
 * @param enabled whether anybody is limited at all
 * @param store where the counts are kept
 * @param countsMax counts kept in memory at a time; the least used go first
 * @param ipv6PrefixBits leading bits that make IPv6 addresses one client
 * @param delay what those meet who ask on and on
 * @param groups rates by group of operations and by whose requests they count; what is not named is
 *     not limited
 */
@Validated
@ConfigurationProperties("playledger.rate-limits")
public record RateLimitSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("memory") Store store,
    @DefaultValue("200000") @Min(1_000) @Max(10_000_000) int countsMax,
    @DefaultValue("64") @Min(16) @Max(128) int ipv6PrefixBits,
    @DefaultValue @Valid Delay delay,
    Map<RateGroup, Map<Counted, Rate>> groups) {

  /** Where the counts are kept. */
  public enum Store {
    /** In this process: for one node. */
    MEMORY,
    /** In the database, shared by all nodes. */
    POSTGRESQL
  }

  /**
   * Who goes on asking when refused is shut out for a while, each time longer.
   *
   * @param first how long the first time; zero for never
   * @param max how long at most
   * @param factor by which each time is longer than the one before
   * @param forgottenAfter how long one has to keep within the rates to begin anew
   */
  public record Delay(
      @DefaultValue("1s") Duration first,
      @DefaultValue("60s") Duration max,
      @DefaultValue("2") @Min(1) @Max(10) int factor,
      @DefaultValue("10m") Duration forgottenAfter) {

    /** Refuses delays beyond an hour, and a memory beyond a day or shorter than the delay. */
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
