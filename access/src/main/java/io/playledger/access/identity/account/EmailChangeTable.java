package io.playledger.access.identity.account;

import io.playledger.access.identity.session.SecretToken;
import io.playledger.api.identity.PlayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code auth.email_change}. A token belongs to the address to which it was sent, so a
 * later requested address cannot be confirmed with it.
 */
public final class EmailChangeTable {

  private static final String COLUMNS = "account_id, email_hash, email_sealed, asked_at";
  private static final String TOKEN = "plc";

  private final JdbcClient database;

  EmailChangeTable(JdbcClient database) {
    this.database = database;
  }

  /** A requested change. */
  public record Row(PlayerId player, Account.Email email, Instant askedAt) {}

  /** Stores a request, which replaces an earlier one. */
  public void put(PlayerId player, Account.Email email, Instant now, Instant expiresAt) {
    database
        .sql(
            "INSERT INTO auth.email_change"
                + " (account_id, email_hash, email_sealed, asked_at, expires_at)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id) DO UPDATE"
                + " SET email_hash = excluded.email_hash, email_sealed = excluded.email_sealed,"
                + " asked_at = excluded.asked_at, expires_at = excluded.expires_at,"
                + " token_hash = NULL")
        .params(player.value(), email.hash(), email.sealed(), utc(now), utc(expiresAt))
        .update();
  }

  public Optional<Row> find(PlayerId player) {
    return database
        .sql("SELECT " + COLUMNS + " FROM auth.email_change WHERE account_id = ?")
        .param(player.value())
        .query((row, number) -> row(row))
        .optional();
  }

  /** The account that requested this address last. */
  public Optional<Row> newest(byte[] emailHash, Instant now) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM auth.email_change WHERE email_hash = ? AND expires_at > ?"
                + " ORDER BY asked_at DESC LIMIT 1")
        .params(emailHash, utc(now))
        .query((row, number) -> row(row))
        .optional();
  }

  /** A new token for this address; empty if another address was requested meanwhile. */
  public Optional<SecretToken> issue(Row row) {
    SecretToken token = SecretToken.random(TOKEN);
    int issued =
        database
            .sql(
                "UPDATE auth.email_change SET token_hash = ?"
                    + " WHERE account_id = ? AND email_hash = ?")
            .params(token.hash(), row.player().value(), row.email().hash())
            .update();
    return issued == 1 ? Optional.of(token) : Optional.empty();
  }

  /** Uses the token up and returns the address to which it was sent. */
  public Optional<Account.Email> take(PlayerId player, String presented, Instant now) {
    SecretToken token = new SecretToken(presented);
    if (!token.hasForm(TOKEN)) {
      return Optional.empty();
    }
    return database
        .sql(
            "DELETE FROM auth.email_change"
                + " WHERE account_id = ? AND token_hash = ? AND expires_at > ? RETURNING "
                + COLUMNS)
        .params(player.value(), token.hash(), utc(now))
        .query((row, number) -> row(row).email())
        .optional();
  }

  /** Deletes expired requests. */
  public void clean(Instant now) {
    database.sql("DELETE FROM auth.email_change WHERE expires_at < ?").param(utc(now)).update();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new PlayerId(row.getObject("account_id", UUID.class)),
        new Account.Email(row.getBytes("email_hash"), row.getBytes("email_sealed"), true),
        row.getObject("asked_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
