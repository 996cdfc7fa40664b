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

/**
 * What the events of a batch do to the rows of one table: rows that are new, and new values for
 * rows that are there. Several changes to one row become one, so a batch costs one insert and one
 * update for each set of columns, however many events it has.
 *
 * <p>A row that is changed but not there fails the whole batch with {@link MissingRowException};
 * the batch is then handled again event by event, and the event at fault is found.
 *
 * @param <K> what the rows are found by
 */
public final class TableBatch<K> {

  private final Table<?> table;
  private final Field<?>[] columns;
  private final int keyColumn;
  private final Map<K, Row> rows = new LinkedHashMap<>();

  /** Of the table whose primary key is this one column. */
  public TableBatch(Table<?> table, TableField<?, K> key) {
    this.table = table;
    this.columns = table.fields();
    this.keyColumn = table.indexOf(key);
  }

  /** A row as the batch leaves it. */
  public final class Row {

    private final boolean added;
    private final Object[] values = new Object[columns.length];
    private final BitSet changed = new BitSet(columns.length);

    private Row(K key, boolean added) {
      this.added = added;
      values[keyColumn] = key;
      changed.set(keyColumn);
    }

    private String storedKey() {
      return ColumnType.stored(columns[keyColumn], values[keyColumn]).toString();
    }

    /** Gives a column its value; null is one. */
    public <T> Row set(Field<T> column, T value) {
      int index = table.indexOf(column);
      values[index] = value;
      changed.set(index);
      return this;
    }
  }

  /** A new row. */
  public Row insert(K key) {
    Row row = new Row(key, true);
    if (rows.putIfAbsent(key, row) != null) {
      throw new IllegalStateException(table.getName() + " already has a row " + key);
    }
    return row;
  }

  /** A row that is there, or that an earlier event of this batch has added. */
  public Row update(K key) {
    return rows.computeIfAbsent(key, absent -> new Row(absent, false));
  }

  /** Whether an event of this batch has changed or added the row. */
  public boolean touches(K key) {
    return rows.containsKey(key);
  }

  /** Writes everything gathered and forgets it. */
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

  /** The key first. */
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
