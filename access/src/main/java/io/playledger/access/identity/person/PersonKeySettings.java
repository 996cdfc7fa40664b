package io.playledger.access.identity.person;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The cache of the keys of persons.
 *
 * @param personKeyCacheEntriesMax keys of persons kept in memory
 * @param personKeyCacheMillisMax how long keys of persons are cached; the destruction of a key is
 *     announced to every node at once, and this bounds the effect of a lost notice
 */
@Validated
@ConfigurationProperties("playledger.identity")
record PersonKeySettings(
    @DefaultValue("100000") @Min(100) @Max(5_000_000) int personKeyCacheEntriesMax,
    @DefaultValue("60000") @Min(0) @Max(3_600_000) int personKeyCacheMillisMax) {}
