package io.playledger.runtime.wiring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * Axon, complete, by its plain configurer. Axon's own auto-configuration is not used: its ordering
 * names Boot 3 classes, so under Boot 4 it silently falls back to in-memory stores and a
 * transaction manager that does nothing.
 *
 * <p>The application provides: a pooled {@code DataSource}, its {@code PlatformTransactionManager},
 * a {@code RejectionCodec}, a {@code CommandTarget}, {@link Registrations}, and its handlers as
 * beans ({@code @Projection}, {@code @Reaction}, {@code @Feed}). It runs Flyway for {@code
 * db/event-store} and {@code db/axon} before this starts.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@EnableConfigurationProperties({RuntimeProperties.class, EventStoreProperties.class})
@Import({
  ClockConfiguration.class,
  SerializationConfiguration.class,
  PostgresStorage.class,
  EventStoreConfiguration.class,
  AxonConfiguration.class,
  CommandConfiguration.class,
  DeadlineConfiguration.class,
  ProcessingConfiguration.class,
  LifecycleConfiguration.class
})
public class RuntimeAutoConfiguration {}
