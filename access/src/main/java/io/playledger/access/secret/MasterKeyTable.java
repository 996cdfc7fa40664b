package io.playledger.access.secret;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code auth.master_key}: the keys under which values can be encrypted. */
final class MasterKeyTable {

  private final JdbcClient database;

  MasterKeyTable(JdbcClient database) {
    this.database = database;
  }

  /**
   * A key.
   *
   * @param opensUnnamed whether values without a header are encrypted under it
   */
  record Row(String id, boolean opensUnnamed) {}

  /** Locks the table until the end of the transaction, so that no other node enters a key. */
  void lock() {
    database.sql("LOCK TABLE auth.master_key IN SHARE ROW EXCLUSIVE MODE").update();
  }

  /** The keys, the newest first, which encrypts. */
  List<Row> all() {
    return database
        .sql("SELECT key_id, opens_unnamed FROM auth.master_key ORDER BY generation DESC")
        .query((row, number) -> new Row(row.getString("key_id"), row.getBoolean("opens_unnamed")))
        .list();
  }

  /** Makes this key the newest, whether or not it was listed. */
  void enter(Row row) {
    database
        .sql(
            "INSERT INTO auth.master_key (key_id, opens_unnamed, entered_at)"
                + " VALUES (?, ?, clock_timestamp()) ON CONFLICT (key_id)"
                + " DO UPDATE SET generation = DEFAULT, entered_at = excluded.entered_at")
        .params(row.id(), row.opensUnnamed())
        .update();
  }

  void delete(String id) {
    database.sql("DELETE FROM auth.master_key WHERE key_id = ?").param(id).update();
  }
}
