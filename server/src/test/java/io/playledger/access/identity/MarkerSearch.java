package io.playledger.access.identity;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Searches words everywhere a server can store them: in every row of every table of every schema,
 * including those of the system, and in logs and replies. It also finds a word in base64 and
 * hexadecimal, and so inside any {@code bytea}, which PostgreSQL writes in hexadecimal.
 */
final class MarkerSearch {

  /** One word with all the ways it may be written. */
  private record Marker(String word, Set<String> anyCase, Set<String> exact) {

    static Marker of(String word) {
      Set<String> anyCase = new LinkedHashSet<>();
      Set<String> exact = new LinkedHashSet<>();
      for (String spelt : List.of(word, word.toLowerCase(Locale.ROOT))) {
        anyCase.add(spelt.toLowerCase(Locale.ROOT));
        anyCase.add(hex(spelt));
        for (String encoded : base64(spelt)) {
          exact.add(encoded);
          anyCase.add(hex(encoded));
        }
      }
      return new Marker(word, anyCase, exact);
    }

    boolean isIn(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      return anyCase.stream().anyMatch(lower::contains) || exact.stream().anyMatch(text::contains);
    }

    private static String hex(String text) {
      return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The characters of base64 that follow from the word alone, wherever it begins in a group. */
    private static List<String> base64(String word) {
      List<String> parts = new ArrayList<>();
      for (int before = 0; before < 3; before++) {
        byte[] bytes = new byte[before + word.length()];
        byte[] own = word.getBytes(StandardCharsets.UTF_8);
        Arrays.fill(bytes, (byte) ' ');
        System.arraycopy(own, 0, bytes, before, own.length);
        int from = (before * 8 + 5) / 6;
        int to = bytes.length * 8 / 6;
        parts.add(Base64.getEncoder().withoutPadding().encodeToString(bytes).substring(from, to));
        parts.add(
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(from, to));
      }
      return parts;
    }
  }

  private final DataSource database;
  private final List<Marker> markers;
  private final Map<String, Set<String>> found = new TreeMap<>();

  MarkerSearch(DataSource database, String... words) {
    this.database = database;
    this.markers = Stream.of(words).map(Marker::of).toList();
  }

  /** Where which word was found: a table, the log, an answer. */
  Map<String, Set<String>> found() {
    return found;
  }

  MarkerSearch tables() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : names(statement)) {
        try (ResultSet rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
          while (rows.next()) {
            text(table, rows.getString(1));
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  private static List<String> names(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) FROM pg_class c"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE c.relkind IN ('r', 'm') ORDER BY 1")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  MarkerSearch text(String place, String text) {
    if (text != null) {
      markers.stream()
          .filter(marker -> marker.isIn(text))
          .forEach(
              marker -> found.computeIfAbsent(place, absent -> new TreeSet<>()).add(marker.word()));
    }
    return this;
  }
}
