package io.playledger.access.identity.account;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code auth.account} and {@code auth.account_role}. */
public final class Accounts {

  private static final String COLUMNS =
      "id, email_hash, email_sealed, username, password_hash, password_one_time, state,"
          + " registration_key, registration_hash, created_at, banned, banned_until,"
          + " email_verified_at";

  private final JdbcClient database;

  Accounts(JdbcClient database) {
    this.database = database;
  }

  public Optional<Account> findByEmail(byte[] emailHash) {
    return database
        .sql("SELECT " + COLUMNS + " FROM auth.account WHERE email_hash = ?")
        .param(emailHash)
        .query(Accounts::account)
        .optional();
  }

  public Optional<Account> find(PlayerId id) {
    return database
        .sql("SELECT " + COLUMNS + " FROM auth.account WHERE id = ?")
        .param(id.value())
        .query(Accounts::account)
        .optional();
  }

  public boolean usernameTaken(String username) {
    return database
        .sql("SELECT EXISTS (SELECT FROM auth.account WHERE username_folded = ?)")
        .param(Account.folded(username))
        .query(Boolean.class)
        .single();
  }

  /** False if the e-mail address or username is taken. */
  public boolean insert(Account account) {
    return database
            .sql(
                "INSERT INTO auth.account ("
                    + COLUMNS
                    + ", username_folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, NULL,"
                    + " ?::timestamptz, ?) ON CONFLICT DO NOTHING")
            .params(
                account.id().value(),
                account.email().map(Account.Email::hash).orElse(null),
                account.email().map(Account.Email::sealed).orElse(null),
                account.username(),
                account.passwordHash().orElse(null),
                account.passwordOneTime(),
                account.state().name(),
                account.registrationKey(),
                account.registrationHash(),
                account.createdAt().atOffset(ZoneOffset.UTC),
                account.emailVerified() ? account.createdAt().atOffset(ZoneOffset.UTC) : null,
                Account.folded(account.username()))
            .update()
        == 1;
  }

  /** False if it was active already. */
  public boolean activate(PlayerId id) {
    boolean activated =
        database
                .sql(
                    "UPDATE auth.account SET state = 'ACTIVE'"
                        + " WHERE id = ? AND state = 'REGISTERING'")
                .param(id.value())
                .update()
            == 1;
    addRole(id, Role.PLAYER);
    return activated;
  }

  /** False if the password has changed meanwhile. */
  public boolean replacePassword(Account account, String passwordHash) {
    return database
            .sql(
                "UPDATE auth.account SET password_hash = ?, password_one_time = false"
                    + " WHERE id = ? AND password_hash IS NOT DISTINCT FROM ?")
            .params(passwordHash, account.id().value(), account.passwordHash().orElse(null))
            .update()
        == 1;
  }

  public void changePassword(PlayerId id, String passwordHash, boolean oneTime) {
    database
        .sql("UPDATE auth.account SET password_hash = ?, password_one_time = ? WHERE id = ?")
        .params(passwordHash, oneTime, id.value())
        .update();
  }

  /** Marks the address as verified. Throws DuplicateKeyException if another account has it. */
  public void changeEmail(PlayerId id, Account.Email email) {
    database
        .sql(
            "UPDATE auth.account SET email_hash = ?, email_sealed = ?,"
                + " email_verified_at = clock_timestamp() WHERE id = ?")
        .params(email.hash(), email.sealed(), id.value())
        .update();
  }

  /** Keeps the first time if it is already set. */
  public void verifyEmail(PlayerId id) {
    database
        .sql(
            "UPDATE auth.account SET email_verified_at = clock_timestamp()"
                + " WHERE id = ? AND email_verified_at IS NULL")
        .param(id.value())
        .update();
  }

  private void addRole(PlayerId id, Role role) {
    database
        .sql(
            "INSERT INTO auth.account_role (account_id, role, granted_at)"
                + " VALUES (?, ?, clock_timestamp()) ON CONFLICT DO NOTHING")
        .params(id.value(), role.wireName())
        .update();
  }

  /** Replaces the roles. */
  public void setRoles(PlayerId id, Set<Role> roles) {
    String[] names = roles.stream().map(Role::wireName).toArray(String[]::new);
    database
        .sql("DELETE FROM auth.account_role WHERE account_id = ? AND role <> ALL (?)")
        .params(id.value(), names)
        .update();
    roles.forEach(role -> addRole(id, role));
  }

  /** Locks the account until the end of the transaction; false if there is no such account. */
  public boolean lock(PlayerId id) {
    return database
        .sql("SELECT 1 FROM auth.account WHERE id = ? FOR UPDATE")
        .param(id.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Sets the ban of the log. */
  public void setBan(PlayerId id, Optional<Account.Ban> ban) {
    database
        .sql("UPDATE auth.account SET banned = ?, banned_until = ?::timestamptz WHERE id = ?")
        .params(
            ban.isPresent(),
            ban.flatMap(Account.Ban::until)
                .map(until -> until.atOffset(ZoneOffset.UTC))
                .orElse(null),
            id.value())
        .update();
  }

  /** The roles of the account, whatever its state. */
  public Set<Role> roles(PlayerId id) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    database
        .sql("SELECT role FROM auth.account_role WHERE account_id = ?")
        .param(id.value())
        .query(String.class)
        .list()
        .forEach(role -> roles.add(Role.ofWireName(role)));
    return roles;
  }

  /** The ban, which can have ended. */
  private static Optional<Account.Ban> ban(ResultSet row) throws SQLException {
    return row.getBoolean("banned")
        ? Optional.of(
            new Account.Ban(
                Optional.ofNullable(row.getObject("banned_until", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)))
        : Optional.empty();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        new PlayerId(row.getObject("id", UUID.class)),
        email(row),
        row.getString("username"),
        Optional.ofNullable(row.getString("password_hash")),
        row.getBoolean("password_one_time"),
        Account.State.valueOf(row.getString("state")),
        row.getObject("registration_key", UUID.class),
        row.getBytes("registration_hash"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        ban(row));
  }

  private static Optional<Account.Email> email(ResultSet row) throws SQLException {
    byte[] hash = row.getBytes("email_hash");
    return hash == null
        ? Optional.empty()
        : Optional.of(
            new Account.Email(
                hash, row.getBytes("email_sealed"), row.getObject("email_verified_at") != null));
  }
}
