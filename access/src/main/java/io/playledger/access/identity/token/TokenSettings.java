package io.playledger.access.identity.token;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of access tokens.
 *
 * @param issuer claim {@code iss}
 * @param audience claim {@code aud}
 * @param accessTokenAge how long an access token is valid
 * @param tokenCacheMillisMax how long a verified signature of an access token is remembered; its
 *     expiry and its account are checked on every request; 0 turns the cache off
 * @param tokenCacheEntriesMax access tokens kept in that cache, about 3 KiB each
 * @param signingKeyAge how long a key signs before the next one takes over
 */
@Validated
@ConfigurationProperties("playledger.identity")
public record TokenSettings(
    @DefaultValue("playledger") @NotBlank String issuer,
    @DefaultValue("playledger-api") @NotBlank String audience,
    @DefaultValue("15m") Duration accessTokenAge,
    @DefaultValue("60000") @Min(0) @Max(900_000) int tokenCacheMillisMax,
    @DefaultValue("10000") @Min(100) @Max(1_000_000) int tokenCacheEntriesMax,
    @DefaultValue("90d") Duration signingKeyAge) {

  /** Requires ages between one second and one day. */
  public TokenSettings {
    if (accessTokenAge.compareTo(Duration.ofSeconds(1)) < 0
        || accessTokenAge.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "playledger.identity.access-token-age must be 1 second to 1 day, not " + accessTokenAge);
    }
  }
}
