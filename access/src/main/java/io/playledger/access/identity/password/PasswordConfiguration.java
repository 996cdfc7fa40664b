package io.playledger.access.identity.password;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires passwords and their rules. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PasswordSettings.class, BreachSettings.class})
@Import({Passwords.class, PasswordRules.class})
class PasswordConfiguration {

  @Bean
  BreachedPasswords breachedPasswords(BreachSettings settings) {
    return settings.enabled()
        ? new BreachRangeClient(settings.rangeUrl(), settings.timeout())
        : password -> false;
  }
}
