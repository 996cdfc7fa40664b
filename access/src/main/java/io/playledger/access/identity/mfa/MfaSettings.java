package io.playledger.access.identity.mfa;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The second factor.
 *
 * @param requiredForStaff whether the roles admin, moderator and auditor count only in a session
 *     that showed one; off in the demo profile alone
 * @param stepUpAge how long ago it may have been shown for an act of staff or a change of
 *     credentials
 * @param failuresMax wrong codes in a row before no code is taken for a while
 * @param lockTime for how long
 * @param backupCodes codes made at a time
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
