package io.playledger.access.identity;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether new passwords are looked up among those of breaches.
 *
 * @param enabled off by default: it asks somebody else's server
 * @param rangeUrl of a k-anonymity range API; ends in a slash
 * @param timeout after which the password is taken
 */
@Validated
@ConfigurationProperties("playledger.breached-passwords")
record BreachSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("https://api.pwnedpasswords.com/range/") @NotNull URI rangeUrl,
    @DefaultValue("1500ms") @NotNull Duration timeout) {}
