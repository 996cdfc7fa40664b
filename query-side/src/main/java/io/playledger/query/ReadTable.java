package io.playledger.query;

import io.playledger.api.identity.PlayerId;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** A read table, and which of its rows are about a person. */
public sealed interface ReadTable {

  /** The table itself. */
  Table<?> table();

  /** A row is about each player whom one of these columns names. */
  @SafeVarargs
  static ReadTable ofPersons(Table<?> table, Field<PlayerId>... columns) {
    return new OfPersons(
        table,
        person -> {
          Condition any = DSL.noCondition();
          for (Field<PlayerId> column : columns) {
            any = any.or(column.eq(person));
          }
          return any;
        });
  }

  /**
   * Rows about persons.
   *
   * @param rowsOf the condition on the rows about this person
   */
  record OfPersons(Table<?> table, Function<PlayerId, Condition> rowsOf) implements ReadTable {}

  /** No row is about anybody who has not been erased. */
  record OfNobody(Table<?> table) implements ReadTable {}
}
