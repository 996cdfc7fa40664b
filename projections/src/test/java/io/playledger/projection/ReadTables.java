package io.playledger.projection;

import io.playledger.api.Event;
import io.playledger.api.MetadataKeys;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import io.playledger.runtime.Projection;
import io.playledger.runtime.processor.HandlerGroup;
import io.playledger.runtime.processor.LogPositions;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The projections on empty tables, fed with events as the runtime feeds them: tracked messages, in
 * batches, each batch one transaction on one schema.
 */
public final class ReadTables implements AutoCloseable {

  private static final String SHADOW = "shadow";

  /** One a JVM: emptying its tables takes less time than copying a database. */
  private static PostgresDatabase shared;

  private final ReadableTexts texts = new ReadableTexts();
  private final List<TrackedEventMessage<?>> log = new ArrayList<>();
  private final PostgresDatabase database;
  private final Connection connection;
  private final DSLContext sql;
  private final List<Object> projections;
  private final List<HandlerGroup> processors;

  public ReadTables() throws SQLException {
    database = migrated();
    connection = database.connect();
    connection.setAutoCommit(false);
    sql = DSL.using(connection, SQLDialect.POSTGRES, ReadModel.settings());
    projections = ReadModel.projections(new ProjectionTools(sql, texts));
    var parameters =
        MultiParameterResolverFactory.ordered(
            ClasspathParameterResolverFactory.forClass(ReadTables.class), new LogPositions());
    var definition = ClasspathHandlerDefinition.forClass(ReadTables.class);
    processors =
        projections.stream()
            .map(each -> new HandlerGroup(List.of(each), parameters, definition))
            .toList();
    useSchema(ReadModel.SCHEMA);
    sql.execute("DROP SCHEMA IF EXISTS " + SHADOW + " CASCADE");
    sql.execute("TRUNCATE " + String.join(", ", tables()));
    connection.commit();
  }

  private static synchronized PostgresDatabase migrated() {
    if (shared == null) {
      PostgresDatabase empty = TemporaryPostgres.relaxed().newDatabase();
      migrate(empty.dataSource(), ReadModel.SCHEMA);
      shared = empty;
    }
    return shared;
  }

  private static void migrate(DataSource database, String schema) {
    Flyway.configure()
        .dataSource(database)
        .schemas(schema)
        .defaultSchema(schema)
        .locations(ReadModel.MIGRATIONS)
        .load()
        .migrate();
  }

  /** The tables of the schema in use. */
  public DSLContext sql() {
    return sql;
  }

  public ReadableTexts texts() {
    return texts;
  }

  public List<Object> projections() {
    return projections;
  }

  /** All tables that some projection says it writes. */
  public List<String> tables() {
    return projections.stream()
        .flatMap(each -> List.of(each.getClass().getAnnotation(Projection.class).tables()).stream())
        .toList();
  }

  /** Position of the last event appended. */
  public long position() {
    return log.size();
  }

  /** Appends the events to the log and has them handled as one batch. */
  public void happened(Event... events) throws Exception {
    List<TrackedEventMessage<?>> batch = new ArrayList<>();
    for (Event event : events) {
      long position = log.size() + batch.size() + 1L;
      batch.add(message(event, position));
    }
    handle(batch);
    log.addAll(batch);
  }

  /** Has the last event handled a second time, as no runtime should. */
  public void lastAgain() throws Exception {
    handle(List.of(log.getLast()));
  }

  /** Makes a second schema and has the whole log handled there; gives its hashes. */
  public Map<String, BigDecimal> replay(int batchSize) throws Exception {
    migrate(database.dataSource(), SHADOW);
    useSchema(SHADOW);
    for (int from = 0; from < log.size(); from += batchSize) {
      handle(log.subList(from, Math.min(log.size(), from + batchSize)));
    }
    useSchema(ReadModel.SCHEMA);
    return hashes(SHADOW);
  }

  private void useSchema(String schema) throws SQLException {
    sql.execute("SET search_path = " + schema + ", public");
    connection.commit();
  }

  /** Rows and hash of every live table, by the formula that a rebuild compares with. */
  public Map<String, BigDecimal> hashes() {
    return hashes(ReadModel.SCHEMA);
  }

  private Map<String, BigDecimal> hashes(String schema) {
    Map<String, BigDecimal> hashes = new TreeMap<>();
    for (String table : tables()) {
      hashes.put(
          table,
          (BigDecimal)
              sql.fetchValue(
                  "SELECT count(*) + coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM "
                      + schema
                      + "."
                      + table
                      + " t"));
    }
    return hashes;
  }

  private void handle(List<TrackedEventMessage<?>> batch) throws Exception {
    try {
      for (HandlerGroup processor : processors) {
        List<TrackedEventMessage<?>> handled = batch.stream().filter(processor::canHandle).toList();
        processor.handleBatch(handled);
      }
      connection.commit();
    } catch (Throwable failure) {
      connection.rollback();
      throw failure;
    }
  }

  private static TrackedEventMessage<?> message(Event event, long position) {
    Map<String, String> metadata =
        Map.of(
            MetadataKeys.ACTOR_ID,
            "actor-" + position,
            MetadataKeys.ACTOR_ROLE,
            "player",
            MetadataKeys.CAUSATION_ID,
            "cause-" + position,
            MetadataKeys.CORRELATION_ID,
            "day");
    return new GenericTrackedEventMessage<>(
        new GlobalSequenceTrackingToken(position),
        new GenericEventMessage<>("event-" + position, event, metadata, event.at()));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
