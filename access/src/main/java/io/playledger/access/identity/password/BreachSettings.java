package io.playledger.access.identity.password;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Look-up of new passwords among breached ones.
 *
 * @param enabled whether new passwords are looked up; off by default because it asks an external
 *     server
 * @param rangeUrl URL of a k-anonymity range API; ends with a slash
 * @param timeout time after which a password is accepted without an answer
 */
@Validated
@ConfigurationProperties("playledger.breached-passwords")
record BreachSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("https://api.pwnedpasswords.com/range/") @NotNull URI rangeUrl,
    @DefaultValue("1500ms") @NotNull Duration timeout) {}
