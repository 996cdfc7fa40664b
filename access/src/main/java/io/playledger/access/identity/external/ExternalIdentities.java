package io.playledger.access.identity.external;

import io.playledger.access.secret.HashPurpose;
import io.playledger.access.secret.SealedData;
import io.playledger.access.secret.SecretBox;
import io.playledger.access.secret.Secrets;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.http.Ids;
import io.playledger.web.http.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code auth.external_identity}. A provider's id of a person is found by a keyed hash
 * and otherwise encrypted. An identity belongs to one account, and an account has at most one per
 * provider.
 */
public final class ExternalIdentities {

  private final JdbcClient database;
  private final KeyedHash hashes;
  private final SecretBox box;

  ExternalIdentities(JdbcClient database, Secrets secrets) {
    this.database = database;
    this.hashes = new KeyedHash(secrets.hashKey(HashPurpose.EXTERNAL_IDENTITY));
    this.box = secrets.box(SealedData.EXTERNAL_IDENTITIES);
  }

  /** The account to which this person signs in. */
  public Optional<PlayerId> find(ExternalPerson person) {
    return database
        .sql(
            "SELECT account_id FROM auth.external_identity"
                + " WHERE provider = ? AND subject_hash = ?")
        .params(person.provider(), hash(person))
        .query(UUID.class)
        .optional()
        .map(PlayerId::new);
  }

  /** False if the identity is already linked, or the account has another one of the provider. */
  public boolean insert(PlayerId player, ExternalPerson person, Instant now) {
    UUID id = Ids.next();
    return database
            .sql(
                "INSERT INTO auth.external_identity (id, account_id, provider, subject_hash,"
                    + " subject_sealed, name_sealed, linked_at, used_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .params(
                id,
                player.value(),
                person.provider(),
                hash(person),
                seal(id, "subject", person.subject()),
                person.name().map(name -> seal(id, "name", name)).orElse(null),
                utc(now),
                utc(now))
            .update()
        == 1;
  }

  /** Records a sign-in with the identity. */
  public void used(ExternalPerson person, Instant now) {
    database
        .sql(
            "UPDATE auth.external_identity SET used_at = ?"
                + " WHERE provider = ? AND subject_hash = ?")
        .params(utc(now), person.provider(), hash(person))
        .update();
  }

  /** The identities of an account, the first linked first. */
  public List<ExternalIdentity> of(PlayerId player) {
    return database
        .sql(
            "SELECT id, account_id, provider, subject_sealed, name_sealed, linked_at, used_at"
                + " FROM auth.external_identity WHERE account_id = ? ORDER BY linked_at, id")
        .param(player.value())
        .query((row, number) -> identity(row))
        .list();
  }

  /** False if the account has no such identity. */
  public boolean delete(PlayerId player, UUID id) {
    return database
            .sql("DELETE FROM auth.external_identity WHERE account_id = ? AND id = ?")
            .params(player.value(), id)
            .update()
        == 1;
  }

  private ExternalIdentity identity(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new ExternalIdentity(
        id,
        new PlayerId(row.getObject("account_id", UUID.class)),
        row.getString("provider"),
        open(id, "subject", row.getBytes("subject_sealed")),
        Optional.ofNullable(row.getBytes("name_sealed")).map(bytes -> open(id, "name", bytes)),
        row.getObject("linked_at", OffsetDateTime.class).toInstant(),
        row.getObject("used_at", OffsetDateTime.class).toInstant());
  }

  private byte[] hash(ExternalPerson person) {
    return hashes.of(utf8(person.provider()), utf8(person.subject()));
  }

  private byte[] seal(UUID id, String what, String text) {
    return box.seal(utf8(text), context(id, what));
  }

  private String open(UUID id, String what, byte[] sealed) {
    return new String(box.open(sealed, context(id, what)), StandardCharsets.UTF_8);
  }

  private static byte[] context(UUID id, String what) {
    return utf8("external-identity/" + id + "/" + what);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
