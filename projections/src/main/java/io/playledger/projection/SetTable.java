package io.playledger.projection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows events add and remove, and never change. A batch of events costs one delete
 * and one insert, however often a row comes and goes in it.
 */
public final class SetTable {

  private final Table<?> table;
  private final List<Field<?>> key;
  private final MultiRow added;
  private final MultiRow removed;
  private final String delete;

  private SetTable(Table<?> table, List<Field<?>> key, List<Field<?>> columns) {
    this.table = table;
    this.key = key;
    this.added = MultiRow.of(table, columns);
    this.removed = MultiRow.of(table, key);
    this.delete =
        "DELETE FROM %s AS t USING %s WHERE %s"
            .formatted(
                table.getName(),
                removed.source(),
                key.stream()
                    .map(column -> "t.%1$s = v.%1$s".formatted(column.getName()))
                    .collect(Collectors.joining(" AND ")));
  }

  /**
   * @param keyColumns number of the first columns that identify a row
   */
  public static SetTable of(Table<?> table, int keyColumns, Field<?>... columns) {
    List<Field<?>> all = List.of(columns);
    return new SetTable(table, all.subList(0, keyColumns), all);
  }

  /** An empty batch. */
  public Batch batch() {
    return new Batch();
  }

  /** The changes of a batch. */
  public final class Batch {

    private final Map<List<Object>, @Nullable Object[]> rows = new LinkedHashMap<>();
    private final Set<List<Object>> gone = new LinkedHashSet<>();
    private final Map<Field<?>, Set<Object>> cleared = new LinkedHashMap<>();

    private Batch() {}

    /** Adds a row with its values in the order of the columns. */
    public void add(@Nullable Object... row) {
      rows.put(List.of(Arrays.copyOf(row, key.size())), row);
    }

    /** Removes a row, if there is one. */
    public void remove(Object... ofKey) {
      rows.remove(List.of(ofKey));
      gone.add(List.of(ofKey));
    }

    /** Removes all rows with this value in a column of the key. */
    public <T> void removeAll(Field<T> column, T value) {
      int index =
          IntStream.range(0, key.size())
              .filter(i -> key.get(i).equals(column))
              .findFirst()
              .orElseThrow();
      rows.keySet().removeIf(values -> values.get(index).equals(value));
      cleared.computeIfAbsent(column, _ -> new LinkedHashSet<>()).add(value);
    }

    /** Writes all gathered changes. */
    public void writeTo(DSLContext sql) {
      MultiRow.Rows deleted = removed.rows();
      gone.forEach(values -> deleted.add(values.toArray()));
      deleted.execute(sql, delete);
      cleared.forEach((column, values) -> clear(sql, column, values));
      MultiRow.Rows inserted = added.rows();
      rows.values().forEach(inserted::add);
      inserted.execute(sql, added.insert());
    }

    @SuppressWarnings("unchecked") // removeAll takes values of the column's own type
    private <T> void clear(DSLContext sql, Field<T> column, Set<Object> values) {
      sql.deleteFrom(table).where(column.in((Set<T>) values)).execute();
    }
  }
}
