package io.playledger.projection;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Statements that write any number of rows into some columns of a table. Values are sent as one
 * array per column, so the statement is rendered once and is the same for one row and for a
 * thousand. A statement with one bind value per field costs jOOQ, the driver and PostgreSQL more
 * than the rows do.
 */
public final class MultiRow {

  private final Table<?> table;
  private final List<Field<?>> columns;
  private final List<ColumnType> types;

  private MultiRow(Table<?> table, List<? extends Field<?>> columns) {
    this.table = table;
    this.columns = List.copyOf(columns);
    this.types = columns.stream().map(ColumnType::of).toList();
  }

  /** A statement for these columns, in this order. */
  public static MultiRow of(Table<?> table, Field<?>... columns) {
    return new MultiRow(table, List.of(columns));
  }

  /** A statement for these columns, in this order. */
  public static MultiRow of(Table<?> table, List<? extends Field<?>> columns) {
    return new MultiRow(table, columns);
  }

  /** Inserts the rows; may be followed by {@code ON CONFLICT} and {@code RETURNING}. */
  public String insert() {
    return "INSERT INTO %s (%s) SELECT %s FROM %s"
        .formatted(
            quoted(table.getName()),
            names().collect(joining(", ")),
            names().map(name -> "v." + name).collect(joining(", ")),
            source());
  }

  /** Updates all columns but the first, which identifies the row; at most one change per row. */
  public String update() {
    return "UPDATE %1$s AS t SET %2$s FROM %3$s WHERE t.%4$s = v.%4$s"
        .formatted(
            quoted(table.getName()),
            names().skip(1).map(name -> name + " = v." + name).collect(joining(", ")),
            source(),
            quoted(columns.getFirst().getName()));
  }

  /** The rows as a table {@code v} with these columns, of the table's own types. */
  public String source() {
    return "(SELECT %s FROM unnest(%s) AS a(%s)) AS v"
        .formatted(
            IntStream.range(0, columns.size()).mapToObj(this::value).collect(joining(", ")),
            types.stream().map(type -> "?::" + type.sqlName() + "[]").collect(joining(", ")),
            names().collect(joining(", ")));
  }

  private Stream<String> names() {
    return columns.stream().map(column -> quoted(column.getName()));
  }

  private String value(int column) {
    String name = quoted(columns.get(column).getName());
    return types.get(column).value("a." + name) + " AS " + name;
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  /** An empty list of rows. */
  public Rows rows() {
    return new Rows();
  }

  /** Reads one returned row. */
  @FunctionalInterface
  public interface Returned {
    void read(ResultSet row) throws SQLException;
  }

  /** Rows gathered for one statement. */
  public final class Rows {

    private final List<List<@Nullable Object>> values;
    private int count;

    private Rows() {
      values =
          Stream.<List<@Nullable Object>>generate(ArrayList::new).limit(columns.size()).toList();
    }

    /** Adds a row with its values in the order of the columns. */
    public void add(@Nullable Object... row) {
      if (row.length != columns.size()) {
        throw new IllegalArgumentException(
            "%s has %d columns here, not %d".formatted(table, columns.size(), row.length));
      }
      for (int column = 0; column < row.length; column++) {
        values.get(column).add(ColumnType.stored(columns.get(column), row[column]));
      }
      count++;
    }

    /**
     * Runs the statement with these rows and returns how many it wrote. Does nothing without rows.
     */
    public int execute(DSLContext sql, String statement) {
      if (count == 0) {
        return 0;
      }
      return sql.connectionResult(
          connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
              bind(connection, prepared);
              return prepared.executeUpdate();
            }
          });
    }

    /** Runs the statement with these rows and reads what it returns. Does nothing without rows. */
    public void query(DSLContext sql, String statement, Returned returned) {
      if (count == 0) {
        return;
      }
      sql.connection(
          connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
              bind(connection, prepared);
              try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                  returned.read(rows);
                }
              }
            }
          });
    }

    private void bind(Connection connection, PreparedStatement prepared) throws SQLException {
      for (int column = 0; column < values.size(); column++) {
        ColumnType type = types.get(column);
        prepared.setArray(
            column + 1,
            connection.createArrayOf(type.elementName(), type.array(values.get(column))));
      }
    }
  }
}
