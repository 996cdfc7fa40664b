package io.playledger.query;

import io.playledger.api.PersonalText;
import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.PlayerId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/**
 * Reads every row of the read tables about one person, with texts decrypted. Amounts are in
 * smallest units. Each context declares these rows for its own tables.
 */
public final class PersonalRecords {

  private static final int ROWS_AT_A_TIME = 500;

  /** Columns for searching, derived from other columns. */
  private static final Set<String> DERIVED = Set.of("search", "folded_name");

  private final DSLContext sql;
  private final PersonalTexts texts;
  private final List<ReadTable> tables;

  PersonalRecords(DSLContext sql, PersonalTexts texts, List<ReadTable> tables) {
    this.sql = sql;
    this.texts = texts;
    this.tables = List.copyOf(tables);
  }

  /** Receives the rows. */
  public interface Taker {

    /** Starts a table, which can have no rows. */
    void table(String name);

    /** A row with its values by column. */
    void row(Map<String, Object> columns);

    /** Ends the table. */
    void end();
  }

  /** Names of all tables. */
  public Set<String> tables() {
    return ofPersons().map(each -> each.table().getName()).collect(Collectors.toSet());
  }

  /** Names of the tables with nothing about anybody in them who has not been erased. */
  public Set<String> tablesOfNobody() {
    return tables.stream()
        .filter(ReadTable.OfNobody.class::isInstance)
        .map(each -> each.table().getName())
        .collect(Collectors.toSet());
  }

  /**
   * Reads every row. Call it in a transaction; otherwise all rows of a table are fetched at once.
   */
  public void read(PlayerId person, Taker taker) {
    ofPersons()
        .forEach(
            each -> {
              taker.table(each.table().getName());
              rows(each, person, taker::row);
              taker.end();
            });
  }

  private Stream<ReadTable.OfPersons> ofPersons() {
    return tables.stream()
        .filter(ReadTable.OfPersons.class::isInstance)
        .map(ReadTable.OfPersons.class::cast);
  }

  private void rows(
      ReadTable.OfPersons each, PlayerId person, Consumer<Map<String, Object>> taker) {
    try (Cursor<Record> found =
        sql.select(Stream.of(each.table().fields()).filter(PersonalRecords::isOwn).toList())
            .from(each.table())
            .where(each.rowsOf().apply(person))
            .fetchSize(ROWS_AT_A_TIME)
            .fetchLazy()) {
      found.forEach(row -> taker.accept(columns(row)));
    }
  }

  private static boolean isOwn(Field<?> field) {
    return !DERIVED.contains(field.getName());
  }

  private Map<String, Object> columns(Record row) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (Field<?> field : row.fields()) {
      Object value = row.get(field);
      columns.put(
          camelCase(field.getName()),
          value instanceof PersonalText text ? texts.revealOrErased(text) : value);
    }
    return columns;
  }

  private static String camelCase(String column) {
    StringBuilder name = new StringBuilder();
    for (String word : column.split("_")) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }
}
