package io.playledger.access.identity.token;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code auth.signing_key}. */
final class SigningKeyTable {

  private final JdbcClient database;

  SigningKeyTable(JdbcClient database) {
    this.database = database;
  }

  record Row(String kid, byte[] sealed, Instant createdAt, Optional<Instant> retiredAt) {}

  /** The newest first. */
  List<Row> all() {
    return database
        .sql(
            "SELECT kid, sealed, created_at, retired_at FROM auth.signing_key"
                + " ORDER BY generation DESC")
        .query(
            (row, number) ->
                new Row(
                    row.getString("kid"),
                    row.getBytes("sealed"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getObject("retired_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)))
        .list();
  }

  /** Locks until the end of the transaction, so that nobody else rotates. */
  void lock() {
    database.sql("LOCK TABLE auth.signing_key IN SHARE ROW EXCLUSIVE MODE").update();
  }

  int newestGeneration() {
    return database
        .sql("SELECT max(generation) FROM auth.signing_key")
        .query(Integer.class)
        .single();
  }

  /** Does nothing if that generation exists. */
  void insert(int generation, String kid, byte[] sealed, Instant now) {
    database
        .sql(
            "INSERT INTO auth.signing_key (generation, kid, sealed, created_at)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
        .params(generation, kid, sealed, now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void retireAll(Instant now) {
    database
        .sql("UPDATE auth.signing_key SET retired_at = ? WHERE retired_at IS NULL")
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void deleteRetiredBefore(Instant end) {
    database
        .sql("DELETE FROM auth.signing_key WHERE retired_at < ?")
        .param(end.atOffset(ZoneOffset.UTC))
        .update();
  }
}
