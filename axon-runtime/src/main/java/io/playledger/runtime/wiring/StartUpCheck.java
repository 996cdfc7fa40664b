package io.playledger.runtime.wiring;

import io.playledger.eventstore.DurableEventStore;
import io.playledger.eventstore.EventStoreSafety;
import io.playledger.runtime.processor.LogReader;
import io.playledger.runtime.serialization.UnknownTypeException;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Refuses to run on a configuration that could lose confirmed data, or on a log that cannot be
 * read.
 */
final class StartUpCheck {

  private static final Duration CLOCKS_APART_MAX = Duration.ofSeconds(2);

  private final DataSource dataSource;
  private final EventStore eventStore;
  private final TokenStore tokenStore;
  private final SagaStore<?> sagaStore;
  private final PlatformTransactionManager transactions;
  private final LogReader log;
  private final Clock clock;

  StartUpCheck(
      DataSource dataSource,
      EventStore eventStore,
      TokenStore tokenStore,
      SagaStore<?> sagaStore,
      PlatformTransactionManager transactions,
      LogReader log,
      Clock clock) {
    this.dataSource = dataSource;
    this.eventStore = eventStore;
    this.tokenStore = tokenStore;
    this.sagaStore = sagaStore;
    this.transactions = transactions;
    this.log = log;
    this.clock = clock;
  }

  void run() {
    require(eventStore, DurableEventStore.class, "event store");
    require(tokenStore, JdbcTokenStore.class, "token store");
    require(sagaStore, JdbcSagaStore.class, "saga store");
    require(transactions, DataSourceTransactionManager.class, "transaction manager");
    EventStoreSafety.check(dataSource);
    requireTheRightTime();
    requireReadableLog();
  }

  /** Deadlines, sessions and claims of all nodes go by the time; a wrong one ends them early. */
  private void requireTheRightTime() {
    Duration ahead = EventStoreSafety.ahead(dataSource, clock);
    if (ahead.abs().compareTo(CLOCKS_APART_MAX) > 0) {
      throw new UnsafeWiringException(
          "The clock of this node is %d ms ahead of the database's (negative: behind); at most %d ms"
                  .formatted(ahead.toMillis(), CLOCKS_APART_MAX.toMillis())
              + " are tolerated. Synchronise both clocks (NTP) and start again.");
    }
  }

  /** The first event tells whether the log was written with the names that are used today. */
  private void requireReadableLog() {
    try (Stream<?> events = log.readAfter(0)) {
      events.findFirst();
    } catch (UnknownTypeException unknown) {
      throw new UnsafeWiringException(unknown.getMessage());
    }
  }

  private static void require(Object part, Class<?> durable, String what) {
    if (!durable.isInstance(part)) {
      throw new UnsafeWiringException(
          "The %s is a %s, which keeps nothing across a crash; it must be a %s"
              .formatted(what, part.getClass().getName(), durable.getSimpleName()));
    }
  }
}
