package io.playledger.access.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of what fails is written down one by one.
 *
 * @param window how long failures and refusals of one player are taken together
 * @param singleEntriesMax written one by one in a window, of each kind; the rest is counted
 * @param singleEntriesOfAllMax written one by one in a window over all players, of each kind
 * @param windowsMax players and kinds remembered at a time; the rest is counted under nobody
 * @param queueEntriesMax entries that wait to be written; the rest is counted
 * @param countingPeriod how often windows that are over are looked for
 */
@Validated
@ConfigurationProperties("playledger.audit")
public record AuditSettings(
    @DefaultValue("15m") Duration window,
    @DefaultValue("5") @Min(1) @Max(1_000) int singleEntriesMax,
    @DefaultValue("1000") @Min(1) @Max(100_000) int singleEntriesOfAllMax,
    @DefaultValue("10000") @Min(1) @Max(1_000_000) int windowsMax,
    @DefaultValue("10000") @Min(1) @Max(1_000_000) int queueEntriesMax,
    @DefaultValue("1m") Duration countingPeriod) {}
