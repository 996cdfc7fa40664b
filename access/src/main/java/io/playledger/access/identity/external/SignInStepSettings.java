package io.playledger.access.identity.external;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Sign-ins under way.
 *
 * @param stepsMax sign-ins in progress at the same time; a further one gets 503
 */
@Validated
@ConfigurationProperties("playledger.identity.oauth")
record SignInStepSettings(@DefaultValue("10000") @Min(100) @Max(1_000_000) int stepsMax) {}
