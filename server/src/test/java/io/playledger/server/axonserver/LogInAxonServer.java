package io.playledger.server.axonserver;

import io.playledger.axonserver.AxonServerEventStorageEngine;
import io.playledger.axonserver.AxonServerSession;
import io.playledger.axonserver.CommandAnswered;
import io.playledger.axonserver.LogCopy;
import io.playledger.eventstore.CommandKey;
import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.PostgresCommandOutcomes;
import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.eventstore.append.AppendContext;
import io.playledger.eventstore.read.EventLogFilter;
import io.playledger.eventstore.read.EventLogReader;
import io.playledger.eventstore.read.EventRecord;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import io.playledger.runtime.serialization.Serializers;
import io.playledger.runtime.serialization.TypeNames;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.flywaydb.core.Flyway;

/**
 * A log in Axon Server with its copy in a PostgreSQL of its own, without the rest of the server.
 */
final class LogInAxonServer implements AutoCloseable {

  static final Serializer JSON =
      Serializers.ofMessages(
          TypeNames.builder()
              .add("test.Credited", Credited.class)
              .add(CommandAnswered.TYPE, CommandAnswered.class)
              .build());
  private static final String SCHEMA = "event_store";

  private final PostgresDatabase database;
  private final AxonServerSession session;
  private final PostgresEventStorageEngine copyEngine;
  private final LogCopy copy;
  private final AxonServerEventStorageEngine engine;

  /** Something was credited. */
  record Credited(String account, long amount) {}

  LogInAxonServer(String host, PostgresDatabase database) {
    this.database = database;
    this.session = RealAxonServer.session(host);
    this.copyEngine = engineOn(database);
    this.copy = new LogCopy(session, copyEngine, JSON);
    this.engine =
        AxonServerEventStorageEngine.builder()
            .session(session)
            .copy(reader(database))
            .eventSerializer(JSON)
            .snapshotSerializer(JSON)
            .build();
  }

  static PostgresDatabase newDatabase() {
    return TemporaryPostgres.durable()
        .newDatabase(
            "log",
            database ->
                Flyway.configure()
                    .dataSource(database.dataSource())
                    .schemas(SCHEMA)
                    .defaultSchema(SCHEMA)
                    .locations("classpath:db/event-store")
                    .load()
                    .migrate());
  }

  static PostgresEventStorageEngine engineOn(PostgresDatabase database) {
    return PostgresEventStorageEngine.builder()
        .dataSource(database.dataSource())
        .schema(SCHEMA)
        .eventSerializer(JSON)
        .snapshotSerializer(JSON)
        .build();
  }

  static EventLogReader reader(PostgresDatabase database) {
    return new EventLogReader(
        database.dataSource(), SCHEMA, EventStoreLimits.defaults(), "actorId", "correlationId");
  }

  static PostgresCommandOutcomes outcomesOn(PostgresDatabase database) {
    return new PostgresCommandOutcomes(database.dataSource(), SCHEMA);
  }

  static DomainEventMessage<Credited> credited(String account, long sequence) {
    return new GenericDomainEventMessage<>(
        "Account",
        account,
        sequence,
        new Credited(account, 100 + sequence),
        MetaData.with("actorId", "ada"));
  }

  AxonServerEventStorageEngine engine() {
    return engine;
  }

  AxonServerSession session() {
    return session;
  }

  LogCopy copy() {
    return copy;
  }

  PostgresDatabase database() {
    return database;
  }

  /** Records of the copy, oldest first. */
  List<EventRecord> copied() {
    return reader(database)
        .read(EventLogFilter.all(), EventLogReader.Order.OLDEST_FIRST, EventLogReader.START, 500)
        .records();
  }

  /** Appends as a keyed command with this result would; the answer is the last position. */
  static long append(
      EventStorageEngine engine,
      CommandKey key,
      String result,
      List<? extends DomainEventMessage<?>> events) {
    UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("a command"));
    AppendContext context = AppendContext.keyed(key, () -> result);
    context.attachTo(unit);
    try {
      engine.appendEvents(events);
      return context.lastPosition().orElseThrow();
    } finally {
      unit.rollback();
    }
  }

  @Override
  public void close() {
    copy.close();
    engine.close();
    copyEngine.close();
    session.close();
  }
}
