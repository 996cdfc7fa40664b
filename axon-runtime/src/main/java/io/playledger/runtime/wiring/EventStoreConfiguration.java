package io.playledger.runtime.wiring;

import io.playledger.eventstore.CommandOutcomes;
import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.EventStoreObserver;
import io.playledger.eventstore.PositionedEventStorageEngine;
import io.playledger.eventstore.PostgresCommandOutcomes;
import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.eventstore.PostgresEventStore;
import io.playledger.runtime.processor.LogReader;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The group-committing event store and its tail. */
@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  PostgresEventStorageEngine eventStorageEngine(
      DataSource dataSource,
      ObjectProvider<EventStoreWriterSource> writerSource,
      RuntimeProperties properties,
      @Qualifier(SerializationConfiguration.EVENTS) Serializer events,
      @Qualifier(SerializationConfiguration.STATE) Serializer state,
      ObjectProvider<EventUpcaster> upcasters,
      ObjectProvider<EventStoreLimits> limits,
      RuntimeMetrics metrics) {
    EventStoreObserver observer = metrics.eventStoreObserver();
    PostgresEventStorageEngine.Builder builder =
        PostgresEventStorageEngine.builder()
            .dataSource(dataSource)
            .schema(properties.eventStoreSchema())
            .eventSerializer(events)
            .snapshotSerializer(state)
            .upcaster(new EventUpcasterChain(upcasters.orderedStream().toList()))
            .limits(limits.getIfAvailable(EventStoreLimits::defaults))
            .observer(observer);
    writerSource.ifAvailable(source -> builder.writerDataSource(source.dataSource()));
    return builder.build();
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
  CommandOutcomes commandOutcomes(DataSource dataSource, RuntimeProperties properties) {
    return new PostgresCommandOutcomes(dataSource, properties.eventStoreSchema());
  }

  @Bean
  LogReader logReader(PositionedEventStorageEngine engine) {
    return position -> engine.readEvents(new GlobalSequenceTrackingToken(position), false);
  }
}
