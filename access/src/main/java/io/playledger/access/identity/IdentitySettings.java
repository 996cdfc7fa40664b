package io.playledger.access.identity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Tokens and passwords.
 *
 * @param issuer claim {@code iss} of the access tokens
 * @param audience claim {@code aud} of the access tokens
 * @param accessTokenAge how long an access token is valid
 * @param tokenCacheMillisMax how long an access token that was found good is taken for good without
 *     looking at its signature again; its end is looked at on every request
 * @param tokenCacheEntriesMax access tokens kept in that cache, about 3 KiB each
 * @param signingKeyAge how long a key signs before the next one takes over
 * @param argon2MemoryKib memory of one password hash
 * @param argon2Iterations passes of one password hash
 * @param argon2ConcurrentMax password hashes made at a time, so that a storm of logins does not
 *     starve the rest; 0 for half of this machine's cores, at least one
 * @param argon2WaitMillisMax how long a login waits for its turn
 * @param personKeyCacheEntriesMax keys of persons kept in memory
 * @param personKeyCacheMillisMax how long; the end of a key is told to every node at once, this
 *     bounds what a lost notice can cost
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

  /** Refuses ages that are not between a second and a day. */
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
