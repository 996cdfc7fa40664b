package io.playledger.access.identity.mfa;

import io.playledger.api.identity.PlayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code auth.second_factor}. */
final class FactorTable {

  private static final String SELECT =
      "SELECT secret_sealed, confirmed_at, last_step, failures, locked_until"
          + " FROM auth.second_factor WHERE account_id = ?";

  private final JdbcClient database;

  FactorTable(JdbcClient database) {
    this.database = database;
  }

  /**
   * A second factor.
   *
   * @param confirmed whether it is in use
   * @param lastStep step of the last accepted code
   * @param failures wrong codes in a row
   */
  record Row(
      byte[] secretSealed,
      boolean confirmed,
      long lastStep,
      int failures,
      Optional<Instant> lockedUntil) {}

  Optional<Row> find(PlayerId player) {
    return select(SELECT, player);
  }

  /** Locks until the end of the transaction, so that nobody else tries a code of this account. */
  Optional<Row> lock(PlayerId player) {
    return select(SELECT + " FOR UPDATE", player);
  }

  /** False if there is a confirmed one. */
  boolean begin(PlayerId player, byte[] secretSealed) {
    return database
            .sql(
                "INSERT INTO auth.second_factor (account_id, secret_sealed, last_step, failures)"
                    + " VALUES (?, ?, 0, 0) ON CONFLICT (account_id) DO UPDATE"
                    + " SET secret_sealed = excluded.secret_sealed"
                    + " WHERE auth.second_factor.confirmed_at IS NULL")
            .params(player.value(), secretSealed)
            .update()
        == 1;
  }

  /** Keeps the first time if it is already set. */
  void confirm(PlayerId player, Instant now) {
    database
        .sql(
            "UPDATE auth.second_factor SET confirmed_at = ?"
                + " WHERE account_id = ? AND confirmed_at IS NULL")
        .params(utc(now), player.value())
        .update();
  }

  /**
   * Records a right code: codes up to this step are no longer accepted, and the count of wrong ones
   * is reset.
   */
  void succeeded(PlayerId player, long lastStep) {
    database
        .sql(
            "UPDATE auth.second_factor SET last_step = ?, failures = 0, locked_until = NULL"
                + " WHERE account_id = ?")
        .params(lastStep, player.value())
        .update();
  }

  /** Records a wrong code. */
  void failed(PlayerId player, int failures, Optional<Instant> lockedUntil) {
    database
        .sql(
            "UPDATE auth.second_factor SET failures = ?, locked_until = ?::timestamptz"
                + " WHERE account_id = ?")
        .params(failures, lockedUntil.map(FactorTable::utc).orElse(null), player.value())
        .update();
  }

  void delete(PlayerId player) {
    database
        .sql("DELETE FROM auth.second_factor WHERE account_id = ?")
        .param(player.value())
        .update();
  }

  private Optional<Row> select(String sql, PlayerId player) {
    return database.sql(sql).param(player.value()).query((row, number) -> row(row)).optional();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getBytes("secret_sealed"),
        row.getObject("confirmed_at") != null,
        row.getLong("last_step"),
        row.getInt("failures"),
        Optional.ofNullable(row.getObject("locked_until", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
