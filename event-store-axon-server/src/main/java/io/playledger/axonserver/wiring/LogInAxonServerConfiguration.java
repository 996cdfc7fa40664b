package io.playledger.axonserver.wiring;

import io.playledger.axonserver.AxonServerEventStorageEngine;
import io.playledger.axonserver.AxonServerEventStore;
import io.playledger.axonserver.AxonServerSession;
import io.playledger.axonserver.LogCopy;
import io.playledger.eventstore.CommandOutcomes;
import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.EventStoreObserver;
import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.eventstore.read.EventLogReader;
import io.playledger.eventstore.snapshot.SnapshotsOfToday;
import io.playledger.runtime.EventHome;
import io.playledger.runtime.processor.LogReader;
import io.playledger.runtime.serialization.Serializers;
import io.playledger.runtime.wiring.EventStoreProperties;
import io.playledger.runtime.wiring.LogHomes;
import io.playledger.runtime.wiring.RuntimeProperties;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The log in Axon Server, its copy in PostgreSQL. Tokens, sagas, deadlines, dead letters and read
 * tables stay in PostgreSQL.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
    name = EventStoreProperties.PROPERTY,
    havingValue = AxonServerAutoConfiguration.HOME)
class LogInAxonServerConfiguration {

  @Bean(destroyMethod = "close")
  AxonServerSession axonServerSession(AxonServerProperties axonServer, RuntimeProperties runtime) {
    return AxonServerSession.open(axonServer.settings(runtime.nodeId()));
  }

  @Bean(destroyMethod = "close")
  LogCopy logCopy(
      AxonServerSession session,
      LogHomes homes,
      PostgresCopy copy,
      DataSource dataSource,
      RuntimeProperties runtime,
      @Qualifier(Serializers.MESSAGES) Serializer events) {
    homes.enter(
        AxonServerAutoConfiguration.HOME,
        _ -> AxonServerAutoConfiguration.move(session, dataSource, runtime, events).toAxonServer());
    LogCopy logCopy = new LogCopy(session, copy.engine(), events);
    logCopy.start();
    return logCopy;
  }

  /**
   * The tables of the copy.
   *
   * @param engine the one writer
   * @param reader looks events up
   */
  record PostgresCopy(PostgresEventStorageEngine engine, EventLogReader reader)
      implements AutoCloseable {
    @Override
    public void close() {
      engine.close();
    }
  }

  @Bean(destroyMethod = "close")
  PostgresCopy postgresCopy(
      PostgresEventStorageEngine.Builder postgresEngine,
      DataSource dataSource,
      RuntimeProperties runtime) {
    return new PostgresCopy(
        postgresEngine.build(), AxonServerAutoConfiguration.tables(dataSource, runtime));
  }

  @Bean(destroyMethod = "close")
  AxonServerEventStorageEngine eventStorageEngine(
      AxonServerSession session,
      PostgresCopy copy,
      LogCopy copied,
      @Qualifier(Serializers.MESSAGES) Serializer events,
      @Qualifier(Serializers.STATE) Serializer state,
      ObjectProvider<EventUpcaster> upcasters,
      ObjectProvider<EventStoreLimits> limits,
      EventStoreObserver observer) {
    return AxonServerEventStorageEngine.builder()
        .session(session)
        .copy(copy.reader())
        .eventSerializer(events)
        .snapshotSerializer(state)
        .snapshotFilter(new SnapshotsOfToday(state))
        .upcaster(new EventUpcasterChain(upcasters.orderedStream().toList()))
        .limits(limits.getIfAvailable(EventStoreLimits::defaults))
        .observer(observer)
        .build();
  }

  @Bean(destroyMethod = "")
  @ConditionalOnMissingBean(EventStore.class)
  AxonServerEventStore eventStore(AxonServerEventStorageEngine engine) {
    return AxonServerEventStore.on(engine);
  }

  @Bean
  CommandOutcomes commandOutcomes(AxonServerEventStorageEngine engine) {
    return engine.outcomes();
  }

  @Bean
  LogReader logReader(AxonServerEventStorageEngine engine) {
    return position -> engine.readEvents(new GlobalSequenceTrackingToken(position), false);
  }

  @Bean
  EventHome eventHome(
      AxonServerSession session, LogCopy copy, AxonServerEventStorageEngine engine) {
    return new EventHome() {
      @Override
      public String describe() {
        return session.toString();
      }

      @Override
      public boolean awaitAuditable(Duration timeout) {
        try {
          return copy.await(engine.head(), timeout.toMillis());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    };
  }
}
