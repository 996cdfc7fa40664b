package io.playledger.query;

import io.playledger.api.Event;
import io.playledger.api.PageView;
import io.playledger.api.PersonalText;
import io.playledger.api.Query;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.event.AssetRegistered;
import io.playledger.projection.FedProjections;
import io.playledger.projection.ReadModel;
import io.playledger.projection.ReadableTexts;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The read tables on a real PostgreSQL, empty before each test: written by the real projections or
 * by SQL, and read through Axon as in the server.
 */
public final class ReadTables implements BeforeEachCallback, AfterEachCallback {

  private final List<String> statements = new ArrayList<>();
  private final Map<AssetCode, AssetRegistered> assets = new HashMap<>();
  private ReadableTexts texts;
  private Connection connection;
  private DSLContext sql;
  private QueryGateway queries;
  private FedProjections projections;

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    connection = FedProjections.database().connect();
    texts = new ReadableTexts();
    assets.clear();
    sql = DSL.using(connection, SQLDialect.POSTGRES, ReadModel.settings());
    sql.execute("SET search_path = read_model, public");
    sql.execute("TRUNCATE " + String.join(", ", tables()));
    var bus = SimpleQueryBus.builder().build();
    new QuerySide(listened(), texts, code -> Optional.ofNullable(assets.get(code)))
        .handlers()
        .forEach(handler -> new AnnotationQueryHandlerAdapter<>(handler).subscribe(bus));
    queries = DefaultQueryGateway.builder().queryBus(bus).build();
    projections = new FedProjections(sql, texts);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    connection.close();
  }

  /** For rows that no event makes, and for many of them. */
  public DSLContext sql() {
    return sql;
  }

  /** Has the next events of the log handled by every projection; says the last one's position. */
  public long happened(Event... events) throws Exception {
    for (Event event : events) {
      if (event instanceof AssetRegistered asset) {
        assets.put(asset.asset().code(), asset);
      }
    }
    projections.handle(projections.appended(events));
    return projections.position();
  }

  /**
   * Asks; throws what the handler threw. Whatever is asked, the query must name the projections
   * that it reads, and a cursor must be bound to every part of its question.
   */
  public <A> A ask(Query<A> query) {
    statements.clear();
    A answer = answer(query);
    QueryChecks.namesTheProjections(query, projectionsRead());
    if (answer instanceof PageView<?> page && page.nextCursor() != null) {
      QueryChecks.bindsItsCursor(query, page.nextCursor(), other -> answer(other));
    }
    return answer;
  }

  /** The projections whose tables the last statements read. */
  public Set<String> projectionsRead() {
    return QueryChecks.projectionsRead(statements);
  }

  private <A> A answer(Query<A> query) {
    try {
      return queries.query(query, query.answerType()).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw failed;
    }
  }

  /** How PostgreSQL answers: each statement of the question, and its plan behind it. */
  public List<String> plans(Query<?> query) {
    ask(query);
    return List.copyOf(statements).stream().map(this::plan).toList();
  }

  private String plan(String statement) {
    List<String> plan = sql.fetch("EXPLAIN " + statement).getValues(0, String.class);
    return statement + "\n" + String.join("\n", plan);
  }

  /** What that person wrote, as events carry it. */
  public PersonalText says(PlayerId person, String text) {
    return texts.protectNullable(person.value(), text);
  }

  /** Erases that person's key. */
  public void erase(PlayerId person) {
    texts.erase(person.value());
  }

  private DSLContext listened() {
    Settings settings = ReadModel.settings();
    DSLContext writer = DSL.using(SQLDialect.POSTGRES, settings);
    return DSL.using(
        new DefaultConfiguration()
            .set(connection)
            .set(SQLDialect.POSTGRES)
            .set(settings)
            .set(
                new ExecuteListener() {
                  private static final long serialVersionUID = 1L;

                  @Override
                  public void executeStart(ExecuteContext context) {
                    statements.add(writer.renderInlined(context.query()));
                  }
                }));
  }

  private List<String> tables() {
    return sql.fetch(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'read_model'"
                + " AND tablename <> 'flyway_schema_history'")
        .getValues(0, String.class);
  }
}
