package io.playledger.access.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code auth.mail_outbox}. */
final class OutboxTable {

  private static final String COLUMNS =
      "id, kind, email_hash, state, created_at, attempts, last_error, content_sealed";

  private final JdbcClient database;

  OutboxTable(JdbcClient database) {
    this.database = database;
  }

  record Row(
      UUID id,
      MailKind kind,
      byte[] emailHash,
      OutboxEntry.State state,
      Instant createdAt,
      int attempts,
      Optional<String> lastError,
      Optional<byte[]> contentSealed) {}

  /** False if too many are waiting. */
  boolean insert(UUID id, MailKind kind, byte[] emailHash, Instant now, int waitingMax) {
    return database
            .sql(
                "INSERT INTO auth.mail_outbox (id, kind, email_hash, state, created_at,"
                    + " next_attempt_at, attempts) SELECT ?, ?, ?, 'WAITING', ?, ?, 0"
                    + " WHERE (SELECT count(*) FROM auth.mail_outbox WHERE state = 'WAITING') < ?")
            .params(id, kind.name(), emailHash, utc(now), utc(now), waitingMax)
            .update()
        == 1;
  }

  /** Takes a mail that is due, exclusively for this node, until the lease ends. */
  Optional<Row> take(Instant now, Duration lease) {
    return database
        .sql(
            "UPDATE auth.mail_outbox SET next_attempt_at = ?, attempts = attempts + 1"
                + " WHERE id = (SELECT id FROM auth.mail_outbox WHERE state = 'WAITING'"
                + " AND next_attempt_at <= ? ORDER BY next_attempt_at LIMIT 1"
                + " FOR UPDATE SKIP LOCKED) RETURNING "
                + COLUMNS)
        .params(utc(now.plus(lease)), utc(now))
        .query((row, number) -> row(row))
        .optional();
  }

  /** The number of mails of this kind to this address since the given time, including this one. */
  int askedSince(Row row, Instant since) {
    return database
        .sql(
            "SELECT count(*) FROM auth.mail_outbox WHERE email_hash = ? AND kind = ?"
                + " AND created_at > ? AND created_at <= ?")
        .params(row.emailHash(), row.kind().name(), utc(since), utc(row.createdAt()))
        .query(Integer.class)
        .single();
  }

  void sent(UUID id) {
    database.sql("UPDATE auth.mail_outbox SET state = 'SENT' WHERE id = ?").param(id).update();
  }

  void held(UUID id, byte[] contentSealed) {
    database
        .sql("UPDATE auth.mail_outbox SET state = 'HELD', content_sealed = ? WHERE id = ?")
        .params(contentSealed, id)
        .update();
  }

  void failed(UUID id, String error, boolean forGood, Instant nextAttempt) {
    database
        .sql(
            "UPDATE auth.mail_outbox SET last_error = ?, next_attempt_at = ?,"
                + " state = CASE WHEN ? THEN 'FAILED' ELSE 'WAITING' END WHERE id = ?")
        .params(error, utc(nextAttempt), forGood, id)
        .update();
  }

  void delete(UUID id) {
    database.sql("DELETE FROM auth.mail_outbox WHERE id = ?").param(id).update();
  }

  void deleteOf(byte[] emailHash) {
    database.sql("DELETE FROM auth.mail_outbox WHERE email_hash = ?").param(emailHash).update();
  }

  int deleteCreatedBefore(Instant end) {
    return database
        .sql("DELETE FROM auth.mail_outbox WHERE created_at < ?")
        .param(utc(end))
        .update();
  }

  /** The newest first. */
  List<Row> newest(int limit) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM auth.mail_outbox ORDER BY created_at DESC, id DESC LIMIT ?")
        .param(limit)
        .query((row, number) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        MailKind.valueOf(row.getString("kind")),
        row.getBytes("email_hash"),
        OutboxEntry.State.valueOf(row.getString("state")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"),
        Optional.ofNullable(row.getString("last_error")),
        Optional.ofNullable(row.getBytes("content_sealed")));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
