package io.playledger.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.eventstore.UnsafeDatabaseException;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.SampleApplication;
import io.playledger.runtime.wiring.UnsafeWiringException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** A start on a configuration that could lose confirmed data is refused with a reason. */
class StartUpIT {

  @Test
  void startOnADatabaseWithoutDurabilityIsRefused() {
    PostgresDatabase relaxed =
        TemporaryPostgres.relaxed().newDatabase("runtime", SampleApplication::migrate);
    assertThatThrownBy(() -> SampleApplication.on(relaxed))
        .hasRootCauseInstanceOf(UnsafeDatabaseException.class)
        .rootCause()
        .hasMessageContaining("fsync = off");
  }

  @Test
  void startOnATokenStoreInMemoryIsRefused() {
    assertRefused(TokensInMemory.class, "token store");
  }

  @Test
  void startOnASagaStoreInMemoryIsRefused() {
    assertRefused(SagasInMemory.class, "saga store");
  }

  @Test
  void startOnAnEventStoreInMemoryIsRefused() {
    assertRefused(EventsInMemory.class, "event store");
  }

  @Test
  void startWithATransactionManagerThatDoesNothingIsRefused() {
    assertRefused(NoTransactions.class, "transaction manager");
  }

  @Test
  void startOfANodeWhoseClockDiffersFromTheDatabasesIsRefused() {
    assertRefused(ClockAhead.class, "The clock of this node is 3");
    assertRefused(ClockBehind.class, "The clock of this node is -3");
  }

  @Test
  void logThatNamesEventsByJavaClassesIsRefused() {
    PostgresDatabase database = SampleApplication.newDatabase();
    try (SampleApplication application = SampleApplication.on(database)) {
      application.send(new OpenCounter("counter:1"));
      application
          .sql()
          .update("UPDATE event_store.events SET payload_type = 'io.playledger.api.CounterOpened'");
    }

    assertThatThrownBy(() -> SampleApplication.on(database))
        .hasRootCauseInstanceOf(UnsafeWiringException.class)
        .rootCause()
        .hasMessageContaining("by its Java class, io.playledger.api.CounterOpened")
        .hasMessageContaining("start with an empty database");
  }

  private static void assertRefused(Class<?> configuration, String part) {
    PostgresDatabase database = SampleApplication.newDatabase();
    assertThatThrownBy(() -> SampleApplication.on(database, List.of(configuration)))
        .hasRootCauseInstanceOf(UnsafeWiringException.class)
        .rootCause()
        .hasMessageContaining(part);
  }

  @Configuration(proxyBeanMethods = false)
  static class ClockAhead {
    @Bean
    Clock clock() {
      return Clock.offset(Clock.systemUTC(), Duration.ofMillis(3_500));
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class ClockBehind {
    @Bean
    Clock clock() {
      return Clock.offset(Clock.systemUTC(), Duration.ofMillis(-3_500));
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class TokensInMemory {
    @Bean
    TokenStore tokenStore() {
      return new InMemoryTokenStore();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class SagasInMemory {
    @Bean
    SagaStore<Object> sagaStore() {
      return new InMemorySagaStore();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class EventsInMemory {
    @Bean
    EventStore eventStore() {
      return EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class NoTransactions {
    @Bean
    PlatformTransactionManager transactionManager() {
      return new PlatformTransactionManager() {
        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
          return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
      };
    }
  }
}
