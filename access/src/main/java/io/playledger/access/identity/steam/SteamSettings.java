package io.playledger.access.identity.steam;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Sign-in through Steam, which is OpenID 2.0 and needs neither client id nor secret.
 *
 * @param enabled whether players can sign in through Steam; browsers return to {@code
 *     playledger.identity.oauth.callback-base}
 * @param endpoint endpoint of Steam's provider
 * @param identities prefix of Steam's identities, before 17 digits
 * @param timeout timeout of the provider's verification; at most 30 s
 */
@Validated
@ConfigurationProperties("playledger.identity.steam")
public record SteamSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("https://steamcommunity.com/openid/login") @NotNull URI endpoint,
    @DefaultValue("https://steamcommunity.com/openid/id/") @NotNull String identities,
    @DefaultValue("5s") @NotNull Duration timeout) {

  private static final Duration TIMEOUT_MAX = Duration.ofSeconds(30);

  /** Requires a timeout above zero and of at most 30 seconds. */
  public SteamSettings {
    if (!timeout.isPositive() || timeout.compareTo(TIMEOUT_MAX) > 0) {
      throw new IllegalArgumentException(
          "playledger.identity.steam.timeout must be above 0 and at most 30s");
    }
  }
}
