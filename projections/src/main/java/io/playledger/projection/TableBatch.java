package io.playledger.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a batch of events to one table: new rows, and new values of existing rows. Several
 * changes of one row become one, so a batch costs one insert and one update per set of columns,
 * however many events it has.
 *
 * <p>A change of a row that does not exist fails the whole batch with {@link MissingRowException};
 * the batch is then handled again event by event, which finds the event at fault.
 *
 * @param <K> the key of the rows
 */
public final class TableBatch<K> {

  private final Table<?> table;
  private final Field<?>[] columns;
  private final int keyColumn;
  private final Map<K, Row> rows = new LinkedHashMap<>();

  /** A batch for the table whose primary key is this column. */
  public TableBatch(Table<?> table, TableField<?, K> key) {
    this.table = table;
    this.columns = table.fields();
    this.keyColumn = table.indexOf(key);
  }

  /** A row with its new values. */
  public final class Row {

    private final boolean added;
    private final @Nullable Object[] values = new Object[columns.length];
    private final BitSet changed = new BitSet(columns.length);

    private Row(K key, boolean added) {
      this.added = added;
      values[keyColumn] = key;
      changed.set(keyColumn);
    }

    private String storedKey() {
      return ColumnType.stored(columns[keyColumn], values[keyColumn]).toString();
    }

    /** Sets a column, also to null. */
    public <T> Row set(Field<T> column, @Nullable T value) {
      int index = table.indexOf(column);
      values[index] = value;
      changed.set(index);
      return this;
    }
  }

  /** Adds a new row. */
  public Row insert(K key) {
    Row row = new Row(key, true);
    if (rows.putIfAbsent(key, row) != null) {
      throw new IllegalStateException(table.getName() + " already has a row " + key);
    }
    return row;
  }

  /** A row that exists, or that an earlier event of this batch has added. */
  public Row update(K key) {
    return rows.computeIfAbsent(key, absent -> new Row(absent, false));
  }

  /** Whether this batch has changed or added the row. */
  public boolean touches(K key) {
    return rows.containsKey(key);
  }

  /** Writes all gathered changes and clears them. */
  public void writeTo(DSLContext sql) {
    Map<BitSet, List<Row>> inserts = new HashMap<>();
    Map<BitSet, List<Row>> updates = new HashMap<>();
    for (Row row : rows.values()) {
      (row.added ? inserts : updates).computeIfAbsent(row.changed, _ -> new ArrayList<>()).add(row);
    }
    inserts.forEach((set, group) -> insert(sql, set, group));
    updates.forEach((set, group) -> update(sql, set, group));
    rows.clear();
  }

  private void insert(DSLContext sql, BitSet set, List<Row> group) {
    MultiRow shape = shape(set);
    gather(shape, set, group).execute(sql, shape.insert());
  }

  private void update(DSLContext sql, BitSet set, List<Row> group) {
    MultiRow shape = shape(set);
    Set<String> missing = new LinkedHashSet<>();
    group.forEach(row -> missing.add(row.storedKey()));
    gather(shape, set, group)
        .query(
            sql,
            shape.update() + " RETURNING t.\"" + columns[keyColumn].getName() + "\"",
            changed -> missing.remove(changed.getString(1)));
    if (!missing.isEmpty()) {
      throw new MissingRowException(table, missing.iterator().next());
    }
  }

  /** The columns, the key first. */
  private int[] order(BitSet set) {
    return IntStream.concat(
            IntStream.of(keyColumn), set.stream().filter(column -> column != keyColumn))
        .toArray();
  }

  private MultiRow shape(BitSet set) {
    return MultiRow.of(table, Arrays.stream(order(set)).mapToObj(c -> columns[c]).toList());
  }

  private MultiRow.Rows gather(MultiRow shape, BitSet set, List<Row> group) {
    int[] order = order(set);
    MultiRow.Rows gathered = shape.rows();
    for (Row row : group) {
      gathered.add(Arrays.stream(order).mapToObj(column -> row.values[column]).toArray());
    }
    return gathered;
  }
}
