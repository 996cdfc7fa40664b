package io.playledger.access.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Budgets of audit entries about failures.
 *
 * @param window how long failures and denials of one player are grouped
 * @param singleEntriesMax single entries per window, player and kind; the rest is counted
 * @param singleEntriesOfAllMax single entries per window and kind over all players, so that a storm
 *     of failed sign-ins does not hide a denied action
 * @param windowsMax players and kinds remembered at the same time; the rest is counted without a
 *     player
 * @param queueEntriesMax entries that can wait to be written; the rest is counted
 * @param countingPeriod how often ended windows are written
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
