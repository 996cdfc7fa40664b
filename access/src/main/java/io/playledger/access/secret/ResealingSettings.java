package io.playledger.access.secret;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Sealing anew what was sealed under a former master key.
 *
 * @param period how often some of it is done
 * @param batchRowsMax rows of one transaction
 * @param batchesMax transactions at a time
 * @param pause after all of it, before it is looked again whether any is left: a look reads every
 *     sealed value
 */
@Validated
@ConfigurationProperties("playledger.resealing")
record ResealingSettings(
    @DefaultValue("5s") @DurationMin(millis = 10) Duration period,
    @DefaultValue("200") @Min(1) @Max(10_000) int batchRowsMax,
    @DefaultValue("50") @Min(1) @Max(10_000) int batchesMax,
    @DefaultValue("10m") @DurationMin(millis = 10) Duration pause) {}
