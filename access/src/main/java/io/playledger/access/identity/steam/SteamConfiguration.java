package io.playledger.access.identity.steam;

import io.playledger.access.identity.external.RedirectProvider;
import io.playledger.access.identity.oauth.OAuthSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires sign-in through Steam, if it is enabled. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("playledger.identity.steam.enabled")
@EnableConfigurationProperties(SteamSettings.class)
public class SteamConfiguration {

  @Bean
  RedirectProvider steamProvider(SteamSettings settings, OAuthSettings site, Clock clock) {
    return new SteamProvider(settings, site, new DirectVerification(settings), clock);
  }
}
