package io.playledger.access.identity.mfa;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of second factors.
 *
 * @param requiredForStaff whether the roles admin, moderator and auditor apply only in a session
 *     with a second factor; off in the demo profile only
 * @param stepUpAge how recent the second factor must be for actions of staff and changes of
 *     credentials
 * @param failuresMax wrong codes in a row that lock the factor
 * @param lockTime duration of the lock
 * @param backupCodes codes generated at a time
 * @param issuer name that authenticators show
 */
@Validated
@ConfigurationProperties("playledger.mfa")
public record MfaSettings(
    @DefaultValue("true") boolean requiredForStaff,
    @DefaultValue("15m") Duration stepUpAge,
    @DefaultValue("5") @Min(1) @Max(100) int failuresMax,
    @DefaultValue("15m") Duration lockTime,
    @DefaultValue("10") @Min(1) @Max(50) int backupCodes,
    @DefaultValue("Playledger") @NotBlank String issuer) {}
