package io.playledger.access.secret;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Re-encryption of values under former master keys.
 *
 * @param period how often values are re-encrypted
 * @param batchRowsMax rows per transaction
 * @param batchesMax transactions per run
 * @param pause after everything is re-encrypted, the pause before the values are counted again,
 *     which reads all of them
 */
@Validated
@ConfigurationProperties("playledger.resealing")
record ResealingSettings(
    @DefaultValue("5s") @DurationMin(millis = 10) Duration period,
    @DefaultValue("200") @Min(1) @Max(10_000) int batchRowsMax,
    @DefaultValue("50") @Min(1) @Max(10_000) int batchesMax,
    @DefaultValue("10m") @DurationMin(millis = 10) Duration pause) {}
