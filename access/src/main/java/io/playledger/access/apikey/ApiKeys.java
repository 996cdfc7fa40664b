package io.playledger.access.apikey;

import io.playledger.api.apikey.ApiKeyId;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code auth.api_key} and {@code auth.api_key_secret}. */
final class ApiKeys {

  private static final int LISTED_MAX = 200;
  private static final String COLUMNS =
      "k.id, k.owner, k.name, k.scopes, k.addresses, k.created_at, k.expires_at, k.revoked_at";

  private final JdbcClient database;

  ApiKeys(JdbcClient database) {
    this.database = database;
  }

  /**
   * A key, found by one of its secrets.
   *
   * @param secretEndsAt absent if the secret is valid as long as the key
   */
  record BySecret(ApiKeyRow key, Optional<Instant> secretEndsAt) {}

  Optional<BySecret> findBySecret(byte[] hash) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + ", s.ends_at FROM auth.api_key_secret s JOIN auth.api_key k ON k.id = s.key_id"
                + " WHERE s.hash = ?")
        .param(hash)
        .query((row, number) -> new BySecret(key(row), instant(row, "ends_at")))
        .optional();
  }

  Optional<ApiKeyRow> find(ApiKeyId id) {
    return database
        .sql("SELECT " + COLUMNS + " FROM auth.api_key k WHERE k.id = ?")
        .param(id.value())
        .query((row, number) -> key(row))
        .optional();
  }

  /** The newest first. */
  List<ApiKeyRow> ofOwner(PlayerId owner) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM auth.api_key k WHERE k.owner = ? ORDER BY k.id DESC LIMIT "
                + LISTED_MAX)
        .param(owner.value())
        .query((row, number) -> key(row))
        .list();
  }

  /** The first characters of the newest secret. */
  String hint(ApiKeyId id) {
    return database
        .sql(
            "SELECT hint FROM auth.api_key_secret WHERE key_id = ? ORDER BY created_at DESC LIMIT"
                + " 1")
        .param(id.value())
        .query(String.class)
        .single();
  }

  int countAlive(PlayerId owner, Instant now) {
    return database
        .sql(
            "SELECT count(*) FROM auth.api_key"
                + " WHERE owner = ? AND revoked_at IS NULL AND expires_at > ?")
        .params(owner.value(), utc(now))
        .query(Integer.class)
        .single();
  }

  void insert(ApiKeyRow key, ApiKeySecret secret) {
    database
        .sql(
            "WITH made AS (INSERT INTO auth.api_key"
                + " (id, owner, name, scopes, addresses, created_at, expires_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id)"
                + " INSERT INTO auth.api_key_secret (hash, key_id, hint, created_at)"
                + " SELECT ?, id, ?, ? FROM made")
        .params(
            key.id().value(),
            key.owner().value(),
            key.name(),
            key.scopes().stream().map(Scope::wireName).sorted().toArray(String[]::new),
            key.addresses().toArray(String[]::new),
            utc(key.createdAt()),
            utc(key.expiresAt()),
            secret.hash(),
            secret.hint(),
            utc(key.createdAt()))
        .update();
  }

  /**
   * Adds a new secret, which is valid from now on. Former secrets are valid until the given time.
   */
  void rotate(ApiKeyId id, ApiKeySecret secret, Instant formerEndsAt, Instant now) {
    database
        .sql(
            "WITH former AS (UPDATE auth.api_key_secret"
                + " SET ends_at = least(coalesce(ends_at, ?), ?) WHERE key_id = ?)"
                + " INSERT INTO auth.api_key_secret (hash, key_id, hint, created_at)"
                + " VALUES (?, ?, ?, ?)")
        .params(
            utc(formerEndsAt),
            utc(formerEndsAt),
            id.value(),
            secret.hash(),
            id.value(),
            secret.hint(),
            utc(now))
        .update();
  }

  void revoke(ApiKeyId id, Instant now) {
    database
        .sql("UPDATE auth.api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
        .params(utc(now), id.value())
        .update();
  }

  private static ApiKeyRow key(ResultSet row) throws SQLException {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String scope : texts(row, "scopes")) {
      scopes.add(Scope.ofWireName(scope));
    }
    return new ApiKeyRow(
        new ApiKeyId(row.getObject("id", UUID.class)),
        new PlayerId(row.getObject("owner", UUID.class)),
        row.getString("name"),
        scopes,
        List.of(texts(row, "addresses")),
        instant(row, "created_at").orElseThrow(),
        instant(row, "expires_at").orElseThrow(),
        instant(row, "revoked_at"));
  }

  private static String[] texts(ResultSet row, String column) throws SQLException {
    return (String[]) row.getArray(column).getArray();
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
