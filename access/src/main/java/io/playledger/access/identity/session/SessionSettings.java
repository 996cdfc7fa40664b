package io.playledger.access.identity.session;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sessions.
 *
 * @param refreshTokenAge lifetime of a refresh token
 * @param ageMax longest lifetime of a session
 * @param retryWindow how long a used refresh token gets the same reply again, from the same address
 *     and device, if its successor was not used
 * @param perAccountMax sessions per account; a further one ends the one that was unused for longest
 * @param keptAfterEnd how long an ended session is kept, so that its tokens are recognised
 * @param standingCacheMillisMax how long a ban, a change of roles or a revocation can go unnoticed
 *     if the notice between nodes is lost; at most the promised 5 seconds
 * @param standingCacheEntriesMax sessions kept in that cache
 * @param cleaningPeriod how often sessions that ended long ago are deleted
 */
@Validated
@ConfigurationProperties("playledger.session")
public record SessionSettings(
    @DefaultValue("7d") Duration refreshTokenAge,
    @DefaultValue("90d") Duration ageMax,
    @DefaultValue("10s") Duration retryWindow,
    @DefaultValue("50") @Min(1) @Max(1_000) int perAccountMax,
    @DefaultValue("7d") Duration keptAfterEnd,
    @DefaultValue("4000") @Min(0) @Max(5_000) int standingCacheMillisMax,
    @DefaultValue("50000") @Min(100) @Max(5_000_000) int standingCacheEntriesMax,
    @DefaultValue("1h") Duration cleaningPeriod) {

  /** Requires consistent ages. */
  public SessionSettings {
    if (refreshTokenAge.compareTo(Duration.ofMinutes(1)) < 0
        || refreshTokenAge.compareTo(ageMax) > 0) {
      throw new IllegalArgumentException(
          "playledger.session.refresh-token-age must be 1 minute to age-max, not "
              + refreshTokenAge);
    }
    if (retryWindow.isNegative() || retryWindow.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "playledger.session.retry-window must be 0 to 1 minute, not " + retryWindow);
    }
  }
}
