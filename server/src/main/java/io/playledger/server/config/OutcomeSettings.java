package io.playledger.server.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Retention of first answers to idempotency keys.
 *
 * @param keptFor age after which an answer is deleted and a repeat is a new command; at least 30
 *     days. Answers of sagas are kept forever, as are all answers where the log lives in Axon
 *     Server
 * @param cleaningPeriod how often old answers are deleted
 * @param batchRowsMax rows deleted per transaction
 */
@Validated
@ConfigurationProperties("playledger.outcomes")
public record OutcomeSettings(
    @DefaultValue("400d") @DurationMin(days = 30) Duration keptFor,
    @DefaultValue("1h") @DurationMin(seconds = 1) Duration cleaningPeriod,
    @DefaultValue("1000") @Min(1) @Max(100_000) int batchRowsMax) {}
