package io.playledger.runtime.wiring;

import io.playledger.eventstore.EventStoreObserver;
import io.playledger.eventstore.PositionedEventStorageEngine;
import io.playledger.eventstore.PostgresCommandOutcomes;
import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.eventstore.PostgresEventStore;
import io.playledger.runtime.EventHome;
import io.playledger.runtime.processor.LogReader;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The group-committing event store and its tail. */
@Configuration(proxyBeanMethods = false)
@Conditional(EventStoreConfiguration.NotElsewhere.class)
class EventStoreConfiguration {

  /** Also where the home's name is none: then its check says so. */
  static final class NotElsewhere extends NoneNestedConditions {

    NotElsewhere() {
      super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @ConditionalOnProperty(
        name = EventStoreProperties.PROPERTY,
        havingValue = EventStoreProperties.AXON_SERVER)
    static final class InAxonServer {}
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  PostgresEventStorageEngine eventStorageEngine(
      ObjectProvider<PostgresEventStorageEngine.Builder> postgresEngine,
      ObjectProvider<EventUpcaster> upcasters,
      EventStoreObserver observer,
      LogHomes homes,
      ObjectProvider<OtherHome> otherHomes) {
    homes.enter(
        EventStoreProperties.POSTGRES,
        found -> {
          OtherHome former = of(found, otherHomes);
          try (PostgresEventStorageEngine copy = postgresEngine.getObject().build()) {
            former.moveToPostgres(copy);
          }
        });
    return postgresEngine
        .getObject()
        .upcaster(new EventUpcasterChain(upcasters.orderedStream().toList()))
        .observer(observer)
        .build();
  }

  private static OtherHome of(String name, ObjectProvider<OtherHome> homes) {
    return homes.stream()
        .filter(home -> home.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UnsafeWiringException(
                    "The log lives in %s, and no module on the class path knows that home"
                        .formatted(name)));
  }

  @Bean(destroyMethod = "shutDown")
  @ConditionalOnMissingBean(EventStore.class)
  PostgresEventStore eventStore(PostgresEventStorageEngine engine, RuntimeProperties properties) {
    return PostgresEventStore.builder()
        .storageEngine(engine)
        .tailMax(properties.tailEventsMax(), properties.tailCharsMax())
        .build();
  }

  @Bean
  PostgresCommandOutcomes commandOutcomes(DataSource dataSource, RuntimeProperties properties) {
    return new PostgresCommandOutcomes(dataSource, properties.eventStoreSchema());
  }

  @Bean
  LogReader logReader(PositionedEventStorageEngine engine) {
    return position -> engine.readEvents(new GlobalSequenceTrackingToken(position), false);
  }

  @Bean
  EventHome eventHome(RuntimeProperties properties) {
    return new EventHome() {
      @Override
      public String describe() {
        return "PostgreSQL, schema " + properties.eventStoreSchema();
      }

      @Override
      public boolean awaitAuditable(Duration timeout) {
        return true;
      }
    };
  }
}
