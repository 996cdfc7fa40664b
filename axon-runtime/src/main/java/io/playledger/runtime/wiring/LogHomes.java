package io.playledger.runtime.wiring;

import io.playledger.eventstore.EventLogReader;
import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.LogHome;
import io.playledger.eventstore.PostgresCommandOutcomes;
import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.eventstore.axonserver.AxonServerSession;
import io.playledger.eventstore.axonserver.LogMove;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;

/** Allows a start only on the log's home, or on the home to which the log is to be moved. */
final class LogHomes {

  /** There are no filters by metadata here. */
  private static final String NO_KEY = "";

  private final DataSource dataSource;
  private final RuntimeProperties properties;
  private final EventStoreProperties eventStore;
  private final Serializer events;
  private final Supplier<PostgresEventStorageEngine.Builder> postgres;
  private final LogHome home;

  /**
   * @param events writes and reads events
   * @param postgres a fresh builder each time
   */
  LogHomes(
      DataSource dataSource,
      RuntimeProperties properties,
      EventStoreProperties eventStore,
      Serializer events,
      Supplier<PostgresEventStorageEngine.Builder> postgres) {
    this.dataSource = dataSource;
    this.properties = properties;
    this.eventStore = eventStore;
    this.events = events;
    this.postgres = postgres;
    this.home = new LogHome(dataSource, properties.eventStoreSchema());
  }

  /** Claims the database as the home of the log; moves the log here if configured. */
  void enterPostgres() {
    enter(
        EventStoreProperties.POSTGRES,
        () -> {
          try (AxonServerSession session = openSession();
              PostgresEventStorageEngine copy = postgres.get().build()) {
            move(session).toPostgres(copy);
          }
        });
  }

  /** Claims the database for the copy of this log; moves the log to Axon Server if configured. */
  void enterAxonServer(AxonServerSession session) {
    enter(EventStoreProperties.AXON_SERVER, () -> move(session).toAxonServer());
  }

  AxonServerSession openSession() {
    return AxonServerSession.open(eventStore.axonServer().settings(properties.nodeId()));
  }

  /** Reads the tables of the log or of its copy. */
  EventLogReader tables() {
    return new EventLogReader(
        dataSource, properties.eventStoreSchema(), EventStoreLimits.defaults(), NO_KEY, NO_KEY);
  }

  private LogMove move(AxonServerSession session) {
    return new LogMove(
        session,
        tables(),
        new PostgresCommandOutcomes(dataSource, properties.eventStoreSchema()),
        events);
  }

  private void enter(String wanted, Runnable move) {
    String found = home.claim(wanted);
    if (found.equals(wanted)) {
      return;
    }
    if (!eventStore.move()) {
      throw new UnsafeWiringException(
          ("The log of this database lives in %s, and %s=%s would begin another one. Start with the"
                  + " home it has, or move it: docs/event-stores.md says how")
              .formatted(found, EventStoreProperties.PROPERTY, wanted));
    }
    move.run();
    home.change(wanted);
  }
}
