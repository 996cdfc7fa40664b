package io.playledger.access.identity.erasure;

import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.account.EmailAddresses;
import io.playledger.access.identity.account.EmailChangeTable;
import io.playledger.access.identity.external.ExternalIdentities;
import io.playledger.access.identity.mfa.SecondFactors;
import io.playledger.access.identity.session.Sessions;
import io.playledger.api.identity.PlayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the data of a person in schema {@code auth} for the person's export, without credentials:
 * no hashes, secrets or tokens. Every table of the schema is listed here, either as exported or in
 * {@link #NOBODYS}.
 */
final class AccountRecords {

  /** Tables that {@link #of} exports. */
  static final Set<String> TABLES =
      Set.of(
          "account",
          "account_role",
          "email_change",
          "external_identity",
          "session",
          "refresh_token",
          "second_factor",
          "backup_code",
          "one_time_token",
          "mail_outbox",
          "api_key",
          "api_key_secret",
          "api_key_usage",
          "person_key",
          "erasure");

  /**
   * Tables without personal data: keys of the installation, counters of requests, which are deleted
   * within minutes, and steps of a sign-in whose person is not known yet.
   */
  static final Set<String> NOBODYS =
      Set.of("signing_key", "master_key", "hash_key", "rate_count", "sign_in_step");

  private final Accounts accounts;
  private final EmailAddresses emails;
  private final EmailChangeTable changes;
  private final Sessions sessions;
  private final ExternalIdentities identities;
  private final SecondFactors factors;
  private final JdbcClient database;

  AccountRecords(
      Accounts accounts,
      EmailAddresses emails,
      EmailChangeTable changes,
      Sessions sessions,
      ExternalIdentities identities,
      SecondFactors factors,
      JdbcClient database) {
    this.accounts = accounts;
    this.emails = emails;
    this.changes = changes;
    this.sessions = sessions;
    this.identities = identities;
    this.factors = factors;
    this.database = database;
  }

  /** The data by section: an object, or a list of objects. */
  Map<String, Object> of(Account account) {
    PlayerId player = account.id();
    UUID id = player.value();
    Map<String, Object> sections = new LinkedHashMap<>();
    sections.put("account", account(account));
    sections.put("emailChange", emailChange(player));
    sections.put("externalIdentities", identities.of(player));
    sections.put("sessions", sessions.kept(player));
    sections.put(
        "secondFactor",
        Map.of(
            "enrolled",
            factors.isEnrolled(player),
            "backupCodesLeft",
            factors.backupCodesLeft(player)));
    sections.put(
        "refreshTokens",
        rows(
            "SELECT t.session_id AS \"session\", t.issued_at AS \"issuedAt\", t.expires_at AS"
                + " \"expiresAt\", t.used_at AS \"usedAt\" FROM auth.refresh_token t JOIN"
                + " auth.session s ON s.id = t.session_id WHERE s.account_id = ?",
            id));
    sections.put(
        "tokensSentByMail",
        rows(
            "SELECT purpose, expires_at AS \"expiresAt\", used_at AS \"usedAt\" FROM"
                + " auth.one_time_token WHERE account_id = ?",
            id));
    sections.put(
        "mails",
        rows(
            "SELECT m.kind, m.state, m.created_at AS \"createdAt\", m.attempts FROM"
                + " auth.mail_outbox m JOIN auth.account a ON a.email_hash = m.email_hash WHERE"
                + " a.id = ?",
            id));
    sections.put(
        "apiKeys",
        rows(
            "SELECT k.id, k.name, k.scopes::text AS scopes, k.addresses::text AS addresses,"
                + " k.created_at AS \"createdAt\", k.expires_at AS \"expiresAt\", k.revoked_at AS"
                + " \"revokedAt\", (SELECT string_agg(s.hint, ' ') FROM auth.api_key_secret s WHERE"
                + " s.key_id = k.id) AS hints FROM auth.api_key k WHERE k.owner = ?",
            id));
    sections.put(
        "apiKeyUsage",
        rows(
            "SELECT u.key_id AS \"key\", u.day, u.operation, u.requests FROM auth.api_key_usage u"
                + " JOIN auth.api_key k ON k.id = u.key_id WHERE k.owner = ?",
            id));
    sections.put(
        "keysOfTexts",
        rows(
            "SELECT key_id AS \"keyId\", created_at AS \"createdAt\" FROM auth.person_key WHERE"
                + " person = ?",
            id));
    sections.put(
        "erasureAsked",
        rows(
            "SELECT asked_at AS \"askedAt\", finished_at AS \"finishedAt\" FROM auth.erasure WHERE"
                + " player = ?",
            id));
    return sections;
  }

  private Map<String, Object> emailChange(PlayerId player) {
    return changes
        .find(player)
        .<Map<String, Object>>map(
            wanted -> Map.of("email", emails.of(wanted), "askedAt", wanted.askedAt()))
        .orElse(Map.of());
  }

  private Map<String, Object> account(Account account) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("playerId", account.id());
    told.put("username", account.username());
    told.put("email", emails.of(account));
    told.put("emailVerified", account.emailVerified());
    told.put("hasPassword", account.passwordHash().isPresent());
    told.put("roles", accounts.roles(account.id()));
    told.put("ban", account.ban().map(ban -> Map.of("until", ban.until())));
    told.put("registeredAt", account.createdAt());
    return told;
  }

  private List<Map<String, @Nullable Object>> rows(String select, UUID id) {
    return database
        .sql(select)
        .param(id)
        .query(
            (row, number) -> {
              Map<String, @Nullable Object> columns = new LinkedHashMap<>();
              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.put(row.getMetaData().getColumnLabel(i), value(row, i));
              }
              return columns;
            })
        .list();
  }

  private static @Nullable Object value(ResultSet row, int column) throws SQLException {
    if (row.getMetaData().getColumnTypeName(column).equals("timestamptz")) {
      OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
      return at == null ? null : at.toInstant();
    }
    Object value = row.getObject(column);
    return value instanceof Number ? value : row.getString(column);
  }
}
