package io.playledger.access.secret;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The values of {@link SealedData} by their master key. All methods are called in transactions. */
final class SealedValues {

  /** In counts: values that no known key decrypts. */
  static final String UNKNOWN = "unknown";

  /** Statement timeout for reading a whole table, which is longer than that of a request. */
  private static final String PATIENCE = "10min";

  private final JdbcClient database;

  SealedValues(JdbcClient database) {
    this.database = database;
  }

  /** One value, with the key of its row and the text to which it is bound. */
  record Found(List<Object> row, byte[] sealed, byte[] context) {}

  /** The number of values under each of these keys, including 0, and of {@link #UNKNOWN} ones. */
  Map<String, Long> counts(List<MasterKeyTable.Row> keys) {
    allowLongStatements();
    Map<String, String> idsByHeader = new HashMap<>();
    Map<String, Long> counts = new HashMap<>();
    String unnamed = UNKNOWN;
    counts.put(UNKNOWN, 0L);
    for (MasterKeyTable.Row key : keys) {
      idsByHeader.put(MasterKey.header(key.id()), key.id());
      counts.put(key.id(), 0L);
      unnamed = key.opensUnnamed() ? key.id() : unnamed;
    }
    String otherwise = unnamed;
    SealedData.allPlaces()
        .flatMap(place -> count(place, idsByHeader.keySet()).stream())
        .forEach(
            counted ->
                counts.merge(
                    idsByHeader.getOrDefault(counted.header(), otherwise),
                    counted.many(),
                    Long::sum));
    return counts;
  }

  private record Counted(String header, long many) {}

  private List<Counted> count(SealedData.Place place, Set<String> headers) {
    return database
        .sql(
            """
            SELECT CASE WHEN header = ANY (?::text[]) THEN header ELSE '' END AS known, count(*) AS many
            FROM (SELECT encode(substring(%1$s FROM 1 FOR %2$d), 'hex') AS header
                  FROM auth.%3$s WHERE %1$s IS NOT NULL) AS sealed
            GROUP BY 1
            """
                .formatted(place.column(), MasterKey.HEADER_BYTES, place.table()))
        .param("{" + String.join(",", headers) + "}")
        .query((row, number) -> new Counted(row.getString("known"), row.getLong("many")))
        .list();
  }

  /**
   * Some values under other keys, in the order of their rows, locked until the end of the
   * transaction; rows that others have locked are skipped.
   *
   * @param after the row after which to continue; empty to begin
   */
  List<Found> take(SealedData.Place place, MasterKey not, List<Object> after, int limit) {
    allowLongStatements();
    String key = String.join(", ", place.key());
    List<Object> values = new ArrayList<>();
    values.add(not.header());
    values.addAll(after);
    values.add(limit);
    return database
        .sql(
            """
            SELECT %1$s, %2$s AS sealed_value, convert_to(%3$s, 'UTF8') AS sealed_context
            FROM auth.%4$s
            WHERE %2$s IS NOT NULL AND substring(%2$s FROM 1 FOR %5$d) <> ? AND (%6$s)
            ORDER BY %1$s LIMIT ? FOR NO KEY UPDATE SKIP LOCKED
            """
                .formatted(
                    key,
                    place.column(),
                    place.context(),
                    place.table(),
                    MasterKey.HEADER_BYTES,
                    after.isEmpty() ? "true" : "(" + key + ") > (" + marks(place) + ")"))
        .params(values)
        .query((row, number) -> found(row, place))
        .list();
  }

  private static Found found(ResultSet row, SealedData.Place place) throws SQLException {
    List<Object> key = new ArrayList<>();
    for (int i = 1; i <= place.key().size(); i++) {
      key.add(row.getObject(i));
    }
    return new Found(key, row.getBytes("sealed_value"), row.getBytes("sealed_context"));
  }

  /** Replaces a value. */
  void replace(SealedData.Place place, Found found, byte[] sealed) {
    List<Object> values = new ArrayList<>();
    values.add(sealed);
    values.addAll(found.row());
    database
        .sql(
            "UPDATE auth.%s SET %s = ? WHERE (%s) = (%s)"
                .formatted(
                    place.table(), place.column(), String.join(", ", place.key()), marks(place)))
        .params(values)
        .update();
  }

  private void allowLongStatements() {
    database
        .sql("SELECT set_config('statement_timeout', ?, true)")
        .param(PATIENCE)
        .query(String.class)
        .single();
  }

  private static String marks(SealedData.Place place) {
    return place.key().stream().map(column -> "?").collect(Collectors.joining(", "));
  }
}
