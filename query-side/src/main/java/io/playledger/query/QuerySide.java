package io.playledger.query;

import io.playledger.api.Contexts;
import io.playledger.api.PersonalTexts;
import io.playledger.api.ledger.scale.Assets;
import io.playledger.api.ledger.scale.Decimals;
import java.util.List;
import org.jooq.DSLContext;

/** The query side of all registered contexts: the server and the tests wire from here. */
public final class QuerySide {

  private final QueryTools tools;
  private final List<QueryContext> contexts;

  /**
   * The query side on these tables.
   *
   * @param sql reads the tables that the connection's {@code search_path} names; renders no schema
   */
  public QuerySide(DSLContext sql, PersonalTexts texts, Assets assets) {
    this.tools = new QueryTools(sql, texts, new Decimals(assets));
    this.contexts = Contexts.parts("io.playledger.query", "Queries", QueryContext.class, tools);
  }

  /** Every object with {@code @QueryHandler} methods. */
  public List<Object> handlers() {
    return contexts.stream().flatMap(context -> context.handlers().stream()).toList();
  }

  /** The rows of the read tables about a person. */
  public PersonalRecords personalRecords() {
    return new PersonalRecords(
        tools.sql(),
        tools.texts(),
        contexts.stream().flatMap(context -> context.tables().stream()).toList());
  }
}
