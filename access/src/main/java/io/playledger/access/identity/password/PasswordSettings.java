package io.playledger.access.identity.password;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of password hashes.
 *
 * @param argon2MemoryKib memory of one password hash
 * @param argon2Iterations passes of one password hash
 * @param argon2ConcurrentMax password hashes computed at the same time, so that many logins do not
 *     starve other requests; 0 for half of the cores, at least one
 * @param argon2WaitMillisMax how long a login waits for its turn
 */
@Validated
@ConfigurationProperties("playledger.identity")
record PasswordSettings(
    @DefaultValue("19456") @Min(8_192) @Max(1_048_576) int argon2MemoryKib,
    @DefaultValue("2") @Min(1) @Max(20) int argon2Iterations,
    @DefaultValue("0") @Min(0) @Max(64) int argon2ConcurrentMax,
    @DefaultValue("15000") @Min(100) @Max(60_000) int argon2WaitMillisMax) {

  PasswordSettings {
    if (argon2ConcurrentMax == 0) {
      argon2ConcurrentMax = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
  }
}
