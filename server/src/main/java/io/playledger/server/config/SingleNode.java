package io.playledger.server.config;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives a server with the embedded PostgreSQL the same node name after each restart, so that it
 * claims its processors at once.
 */
public final class SingleNode implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (environment.getProperty("PLAYLEDGER_DATABASE_URL", "").isBlank()
        && environment.getProperty("playledger.database-url", "").isBlank()) {
      environment
          .getPropertySources()
          .addLast(
              new MapPropertySource(
                  "playledger-single-node", Map.of("playledger.runtime.node-id", "single")));
    }
  }
}
