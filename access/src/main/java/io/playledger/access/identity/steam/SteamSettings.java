package io.playledger.access.identity.steam;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Signing in through Steam, which is OpenID 2.0 and needs neither client id nor secret.
 *
 * @param enabled whether somebody can sign in that way
 * @param endpoint of Steam's provider
 * @param identities what Steam's identities begin with; 17 digits follow
 * @param timeout for the provider's word on what a browser brought
 */
@Validated
@ConfigurationProperties("playledger.identity.steam")
public record SteamSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("https://steamcommunity.com/openid/login") @NotNull URI endpoint,
    @DefaultValue("https://steamcommunity.com/openid/id/") @NotNull String identities,
    @DefaultValue("5s") @NotNull Duration timeout) {

  private static final Duration TIMEOUT_MAX = Duration.ofSeconds(30);

  /** Refuses a timeout that is none, or beyond 30 seconds. */
  public SteamSettings {
    if (!timeout.isPositive() || timeout.compareTo(TIMEOUT_MAX) > 0) {
      throw new IllegalArgumentException(
          "playledger.identity.steam.timeout must be above 0 and at most 30s");
    }
  }
}
