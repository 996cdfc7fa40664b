package io.playledger.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The default rates are those that the product promises. */
class RateLimitSettingsTest {

  private static RateLimitSettings shipped() throws IOException {
    StandardEnvironment environment = new StandardEnvironment();
    new YamlPropertySourceLoader()
        .load("shipped", new ClassPathResource("application.yaml"))
        .forEach(environment.getPropertySources()::addLast);
    return Binder.get(environment).bind("playledger.rate-limits", RateLimitSettings.class).get();
  }

  @Test
  void defaultRatesAreThoseOfTheSpecifications() throws IOException {
    RateLimitSettings settings = shipped();
    assertThat(settings.enabled()).isTrue();
    assertThat(settings.store()).isEqualTo(RateLimitSettings.Store.MEMORY);
    assertThat(settings.delay())
        .isEqualTo(
            new RateLimitSettings.Delay(
                Duration.ofSeconds(1), Duration.ofSeconds(60), 2, Duration.ofMinutes(10)));
    assertThat(settings.groups())
        .isEqualTo(
            Map.of(
                RateGroup.EVERYTHING,
                Map.of(
                    Counted.ANONYMOUS, Rate.of("100/15m"),
                    Counted.PLAYER, Rate.of("1000/15m"),
                    Counted.PREMIUM, Rate.of("5000/15m"),
                    Counted.SERVER_OWNER, Rate.of("5000/15m"),
                    Counted.API_KEY, Rate.of("1000/1m")),
                RateGroup.SEARCH,
                Map.of(
                    Counted.ANONYMOUS, Rate.of("30/1m"),
                    Counted.PLAYER, Rate.of("60/1m"),
                    Counted.PREMIUM, Rate.of("120/1m"),
                    Counted.SERVER_OWNER, Rate.of("120/1m"),
                    Counted.API_KEY, Rate.of("120/1m")),
                RateGroup.AUTH,
                Map.of(
                    Counted.ANONYMOUS, Rate.of("5/1m"),
                    Counted.PLAYER, Rate.of("10/1m"),
                    Counted.PREMIUM, Rate.of("10/1m"),
                    Counted.SERVER_OWNER, Rate.of("10/1m"),
                    Counted.SUBJECT, Rate.of("10/1m")),
                RateGroup.REVIEWS,
                Map.of(
                    Counted.PLAYER, Rate.of("5/1h"),
                    Counted.PREMIUM, Rate.of("10/1h"),
                    Counted.SERVER_OWNER, Rate.of("10/1h")),
                RateGroup.SCORES,
                Map.of(
                    Counted.SUBJECT, Rate.of("10/1m"),
                    Counted.ADDRESS, Rate.of("100/1m"),
                    Counted.EVERYBODY, Rate.of("10000/1m"))));
  }
}
