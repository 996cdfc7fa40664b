package io.playledger.runtime.rebuild;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies of a projection's tables in their own schema.
 *
 * <p>Rebuilt rows replace the live ones by a delete and an insert in one transaction, rather than
 * by moving tables: views, grants, foreign keys and prepared plans belong to the live table and
 * stay, and readers see the old rows until the commit.
 */
final class ShadowTables {

  private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private final String live;
  private final String shadow;
  private final List<String> tables;

  /**
   * @param live schema of the live tables
   * @param projection names the shadow's schema
   * @param tables parents before children
   */
  ShadowTables(String live, String projection, List<String> tables) {
    this.live = live;
    this.shadow = "rebuild_" + projection.replaceAll("[^a-z0-9_]", "_");
    this.tables = List.copyOf(tables);
    for (String name : tables) {
      requirePlain(name);
    }
    requirePlain(shadow);
  }

  private static void requirePlain(String name) {
    if (!PLAIN_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a plain name: " + name);
    }
  }

  String schema() {
    return shadow;
  }

  /**
   * Empty copies with all columns, defaults, checks and keys. Indexes other than keys serve
   * readers, which a copy does not have, and would cost more than its rows.
   */
  void create(JdbcTemplate jdbc) {
    drop(jdbc);
    jdbc.execute("CREATE SCHEMA " + shadow);
    for (String name : tables) {
      requireNoTriggers(jdbc, name);
      // not logged: what a crash leaves of them is dropped anyway
      jdbc.execute(
          "CREATE UNLOGGED TABLE %s.%s (LIKE %s.%s INCLUDING ALL)"
              .formatted(shadow, name, live, name));
      dropIndexesOfReaders(jdbc, name);
    }
  }

  private void dropIndexesOfReaders(JdbcTemplate jdbc, String table) {
    List<String> indexes =
        jdbc.queryForList(
            "SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = ?::regclass AND NOT"
                + " indisunique",
            String.class,
            shadow + "." + table);
    indexes.forEach(index -> jdbc.execute("DROP INDEX " + index));
  }

  void drop(JdbcTemplate jdbc) {
    jdbc.execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(shadow));
  }

  List<TableComparison> compare(JdbcTemplate jdbc) {
    List<TableComparison> comparisons = new ArrayList<>();
    for (String name : tables) {
      Content liveContent = content(jdbc, live, name);
      Content rebuilt = content(jdbc, shadow, name);
      comparisons.add(
          new TableComparison(
              name, liveContent.rows(), rebuilt.rows(), liveContent.hash(), rebuilt.hash()));
    }
    return comparisons;
  }

  /** Replaces the live rows by the rebuilt ones in the caller's transaction. */
  void putInPlace(JdbcTemplate jdbc) {
    for (String name : tables.reversed()) {
      jdbc.update("DELETE FROM %s.%s".formatted(live, name));
    }
    for (String name : tables) {
      String columns = String.join(", ", writableColumns(jdbc, name));
      jdbc.update(
          "INSERT INTO %s.%s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s.%s"
              .formatted(live, name, columns, columns, shadow, name));
    }
  }

  private record Content(long rows, BigDecimal hash) {}

  private static Content content(JdbcTemplate jdbc, String schema, String table) {
    return jdbc.queryForObject(
        """
        SELECT count(*) AS rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) AS hash
        FROM %s.%s t
        """
            .formatted(schema, table),
        (row, _) -> new Content(row.getLong("rows"), row.getBigDecimal("hash")));
  }

  private List<String> writableColumns(JdbcTemplate jdbc, String table) {
    return jdbc.queryForList(
        """
        SELECT quote_ident(attname) FROM pg_attribute
        WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
        ORDER BY attnum
        """,
        String.class,
        live + "." + table);
  }

  private void requireNoTriggers(JdbcTemplate jdbc, String table) {
    List<String> triggers =
        jdbc.queryForList(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = ?::regclass AND NOT tgisinternal",
            String.class,
            live + "." + table);
    if (!triggers.isEmpty()) {
      throw new RebuildRefusedException(
          "table %s has triggers %s, which a copy would not have; use generated columns"
              .formatted(table, triggers));
    }
  }
}
