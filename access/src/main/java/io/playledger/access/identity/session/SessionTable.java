package io.playledger.access.identity.session;

import io.playledger.api.identity.PlayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code auth.session} and {@code auth.refresh_token}. */
public final class SessionTable {

  private static final String COLUMNS =
      "s.id, s.account_id, s.device, s.address_hash, s.address_sealed, s.methods,"
          + " s.authenticated_at, s.second_factor_at, s.used_at, s.expires_at";

  private final JdbcClient database;

  public SessionTable(JdbcClient database) {
    this.database = database;
  }

  record Row(
      UUID id,
      PlayerId player,
      String device,
      String addressHash,
      byte[] addressSealed,
      Proof proof,
      Instant usedAt,
      Instant expiresAt) {}

  /** A used refresh token with its session; both are locked. */
  record Turned(
      Row session,
      boolean ended,
      Instant expiresAt,
      Optional<Instant> usedAt,
      Optional<String> usedBy,
      Optional<byte[]> salt) {

    boolean isLive(Instant now) {
      return !ended && expiresAt.isAfter(now) && session.expiresAt().isAfter(now);
    }
  }

  void insert(Row row) {
    database
        .sql(
            "INSERT INTO auth.session (id, account_id, device, address_hash, address_sealed,"
                + " methods, authenticated_at, second_factor_at, used_at, expires_at)"
                + " VALUES (?, ?, ?, ?, ?, string_to_array(?, ' '), ?, ?, ?, ?)")
        .params(
            row.id(),
            row.player().value(),
            row.device(),
            row.addressHash(),
            row.addressSealed(),
            String.join(" ", row.proof().methods()),
            utc(row.proof().at()),
            row.proof().secondFactorAt().map(SessionTable::utc).orElse(null),
            utc(row.usedAt()),
            utc(row.expiresAt()))
        .update();
  }

  void insertToken(byte[] hash, UUID session, Instant issuedAt, Instant expiresAt) {
    database
        .sql(
            "INSERT INTO auth.refresh_token (hash, session_id, issued_at, expires_at)"
                + " VALUES (?, ?, ?, ?)")
        .params(hash, session, utc(issuedAt), utc(expiresAt))
        .update();
  }

  Optional<Turned> lockToken(byte[] hash) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + ", s.ended_at, t.expires_at AS token_expires_at, t.used_at AS token_used_at,"
                + " t.used_by, t.salt FROM auth.refresh_token t"
                + " JOIN auth.session s ON s.id = t.session_id WHERE t.hash = ? FOR UPDATE")
        .param(hash)
        .query(
            (row, number) ->
                new Turned(
                    row(row),
                    row.getObject("ended_at") != null,
                    instant(row, "token_expires_at").orElseThrow(),
                    instant(row, "token_used_at"),
                    Optional.ofNullable(row.getString("used_by")),
                    Optional.ofNullable(row.getBytes("salt"))))
        .optional();
  }

  void useToken(byte[] hash, Instant now, String usedBy, byte[] salt) {
    database
        .sql("UPDATE auth.refresh_token SET used_at = ?, used_by = ?, salt = ? WHERE hash = ?")
        .params(utc(now), usedBy, salt, hash)
        .update();
  }

  boolean isUnused(byte[] hash) {
    return database
        .sql("SELECT EXISTS (SELECT FROM auth.refresh_token WHERE hash = ? AND used_at IS NULL)")
        .param(hash)
        .query(Boolean.class)
        .single();
  }

  void touch(UUID id, String addressHash, byte[] addressSealed, Instant now, Instant expiresAt) {
    database
        .sql(
            "UPDATE auth.session SET address_hash = ?, address_sealed = ?, used_at = ?,"
                + " expires_at = ? WHERE id = ?")
        .params(addressHash, addressSealed, utc(now), utc(expiresAt), id)
        .update();
  }

  /** Keeps earlier second factors. */
  void secondFactor(UUID id, Instant now) {
    database
        .sql(
            "UPDATE auth.session SET second_factor_at = ?, methods = CASE"
                + " WHEN 'mfa' = ANY (methods) THEN methods"
                + " ELSE methods || ARRAY['otp', 'mfa'] END WHERE id = ?")
        .params(utc(now), id)
        .update();
  }

  List<Row> live(PlayerId player, Instant now) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM auth.session s WHERE s.account_id = ? AND s.ended_at IS NULL"
                + " AND s.expires_at > ? ORDER BY s.used_at DESC, s.id DESC")
        .params(player.value(), utc(now))
        .query((row, number) -> row(row))
        .list();
  }

  /** Includes ended sessions, as long as they are kept. */
  List<Row> all(PlayerId player) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM auth.session s WHERE s.account_id = ?"
                + " ORDER BY s.used_at DESC, s.id DESC")
        .param(player.value())
        .query((row, number) -> row(row))
        .list();
  }

  boolean hasAddress(PlayerId player, String addressHash) {
    return database
        .sql("SELECT EXISTS (SELECT FROM auth.session WHERE account_id = ? AND address_hash = ?)")
        .params(player.value(), addressHash)
        .query(Boolean.class)
        .single();
  }

  boolean end(PlayerId player, UUID id, EndReason reason, Instant now) {
    return database
            .sql(
                "UPDATE auth.session SET ended_at = ?, end_reason = ?"
                    + " WHERE id = ? AND account_id = ? AND ended_at IS NULL AND expires_at > ?")
            .params(utc(now), reason.name(), id, player.value(), utc(now))
            .update()
        == 1;
  }

  Optional<UUID> endByToken(byte[] hash, EndReason reason, Instant now) {
    return database
        .sql(
            "UPDATE auth.session s SET ended_at = ?, end_reason = ? FROM auth.refresh_token t"
                + " WHERE t.hash = ? AND s.id = t.session_id AND s.ended_at IS NULL"
                + " RETURNING s.id")
        .params(utc(now), reason.name(), hash)
        .query(UUID.class)
        .optional();
  }

  int endAllBut(PlayerId player, Optional<UUID> kept, EndReason reason, Instant now) {
    return database
        .sql(
            "UPDATE auth.session SET ended_at = ?, end_reason = ?"
                + " WHERE account_id = ? AND ended_at IS NULL AND id IS DISTINCT FROM ?::uuid")
        .params(utc(now), reason.name(), player.value(), kept.map(UUID::toString).orElse(null))
        .update();
  }

  /** Ends all sessions except the given number of most recently used ones. */
  void endBeyond(PlayerId player, int kept, EndReason reason, Instant now) {
    database
        .sql(
            "UPDATE auth.session SET ended_at = ?, end_reason = ? WHERE id IN (SELECT id"
                + " FROM auth.session WHERE account_id = ? AND ended_at IS NULL"
                + " ORDER BY used_at DESC, id DESC OFFSET ?)")
        .params(utc(now), reason.name(), player.value(), kept)
        .update();
  }

  int deleteEndedBefore(Instant end) {
    return database
        .sql("DELETE FROM auth.session WHERE least(coalesce(ended_at, expires_at), expires_at) < ?")
        .param(utc(end))
        .update();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        new PlayerId(row.getObject("account_id", UUID.class)),
        row.getString("device"),
        row.getString("address_hash"),
        row.getBytes("address_sealed"),
        new Proof(
            List.of((String[]) row.getArray("methods").getArray()),
            instant(row, "authenticated_at").orElseThrow(),
            instant(row, "second_factor_at")),
        instant(row, "used_at").orElseThrow(),
        instant(row, "expires_at").orElseThrow());
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
