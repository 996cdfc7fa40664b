package io.playledger.projection;

import io.playledger.api.Event;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.runtime.Projection;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The projections on empty tables, fed with events as the runtime feeds them: tracked messages, in
 * batches, each batch one transaction on one schema.
 */
public final class ProjectedTables implements AutoCloseable {

  private static final String SHADOW = "shadow";

  private final ReadableTexts texts = new ReadableTexts();
  private final List<TrackedEventMessage<?>> log = new ArrayList<>();
  private final PostgresDatabase database;
  private final Connection connection;
  private final DSLContext sql;
  private final FedProjections fed;

  public ProjectedTables() throws SQLException {
    database = FedProjections.database();
    connection = database.connect();
    connection.setAutoCommit(false);
    sql = DSL.using(connection, SQLDialect.POSTGRES, ReadModel.settings());
    fed = new FedProjections(sql, texts);
    useSchema(ReadModel.SCHEMA);
    sql.execute("DROP SCHEMA IF EXISTS " + SHADOW + " CASCADE");
    sql.execute("TRUNCATE " + String.join(", ", tables()));
    connection.commit();
  }

  /** The tables of the schema in use. */
  public DSLContext sql() {
    return sql;
  }

  public ReadableTexts texts() {
    return texts;
  }

  public List<Object> projections() {
    return fed.projections();
  }

  /** All tables that some projection says it writes. */
  public List<String> tables() {
    return projections().stream()
        .flatMap(each -> List.of(each.getClass().getAnnotation(Projection.class).tables()).stream())
        .toList();
  }

  /** Position of the last event appended. */
  public long position() {
    return fed.position();
  }

  /** Appends the events to the log and has them handled as one batch. */
  public void happened(Event... events) throws Exception {
    List<TrackedEventMessage<?>> batch = fed.appended(events);
    handle(batch);
    log.addAll(batch);
  }

  /** Has the last event handled a second time, as no runtime should. */
  public void lastAgain() throws Exception {
    handle(List.of(log.getLast()));
  }

  /** Makes a second schema and has the whole log handled there; gives its hashes. */
  public Map<String, BigDecimal> replay(int batchSize) throws Exception {
    FedProjections.migrate(database.dataSource(), SHADOW);
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
      fed.handle(batch);
      connection.commit();
    } catch (Throwable failure) {
      connection.rollback();
      throw failure;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
