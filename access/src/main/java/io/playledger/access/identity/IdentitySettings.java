package io.playledger.access.identity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of tokens and passwords.
 *
 * @param issuer claim {@code iss} of the access tokens
 * @param audience claim {@code aud} of the access tokens
 * @param accessTokenAge how long an access token is valid
 * @param tokenCacheMillisMax how long a verified signature of an access token is remembered; its
 *     expiry is checked on every request
 * @param tokenCacheEntriesMax access tokens kept in that cache, about 3 KiB each
 * @param signingKeyAge how long a key signs before the next one takes over
 * @param argon2MemoryKib memory of one password hash
 * @param argon2Iterations passes of one password hash
 * @param argon2ConcurrentMax password hashes computed at the same time, so that many logins do not
 *     starve other requests; 0 for half of the cores, at least one
 * @param argon2WaitMillisMax how long a login waits for its turn
 * @param personKeyCacheEntriesMax keys of persons kept in memory
 * @param personKeyCacheMillisMax how long keys of persons are cached; the destruction of a key is
 *     announced to every node at once, and this bounds the effect of a lost notice
 */
@Validated
@ConfigurationProperties("playledger.identity")
public record IdentitySettings(
    @DefaultValue("playledger") @NotBlank String issuer,
    @DefaultValue("playledger-api") @NotBlank String audience,
    @DefaultValue("15m") Duration accessTokenAge,
    @DefaultValue("60000") @Min(0) @Max(900_000) int tokenCacheMillisMax,
    @DefaultValue("10000") @Min(100) @Max(1_000_000) int tokenCacheEntriesMax,
    @DefaultValue("90d") Duration signingKeyAge,
    @DefaultValue("19456") @Min(8_192) @Max(1_048_576) int argon2MemoryKib,
    @DefaultValue("2") @Min(1) @Max(20) int argon2Iterations,
    @DefaultValue("0") @Min(0) @Max(64) int argon2ConcurrentMax,
    @DefaultValue("15000") @Min(100) @Max(60_000) int argon2WaitMillisMax,
    @DefaultValue("100000") @Min(100) @Max(5_000_000) int personKeyCacheEntriesMax,
    @DefaultValue("60000") @Min(0) @Max(3_600_000) int personKeyCacheMillisMax) {

  /** Requires ages between one second and one day. */
  public IdentitySettings {
    if (accessTokenAge.compareTo(Duration.ofSeconds(1)) < 0
        || accessTokenAge.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "playledger.identity.access-token-age must be 1 second to 1 day, not " + accessTokenAge);
    }
    if (argon2ConcurrentMax == 0) {
      argon2ConcurrentMax = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
  }
}
