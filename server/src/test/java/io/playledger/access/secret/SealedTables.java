package io.playledger.access.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.playledger.postgres.PostgresDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The encrypted values in the tables, independent of the server's own reports. */
final class SealedTables {

  /** Hashes, random bytes and counts: nothing that anybody could open. */
  private static final Set<String> NOT_SEALED =
      Set.of(
          "account.email_hash",
          "account.registration_hash",
          "api_key_secret.hash",
          "backup_code.hash",
          "email_change.email_hash",
          "email_change.token_hash",
          "external_identity.subject_hash",
          "mail_outbox.email_hash",
          "one_time_token.hash",
          "rate_count.state",
          "refresh_token.hash",
          "refresh_token.salt",
          "sign_in_step.hash");

  private static final List<SealedData.Place> PLACES = SealedData.allPlaces().toList();

  private final JdbcClient sql;

  SealedTables(PostgresDatabase database) {
    this.sql =
        JdbcClient.create(
            new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
  }

  /**
   * A new column of bytes must be declared as encrypted or not; an encrypted one must be
   * re-encrypted.
   */
  void assertThatEveryColumnIsDeclaredAndHasValues() {
    Set<String> declared = new TreeSet<>(NOT_SEALED);
    for (SealedData.Place place : PLACES) {
      declared.add(place.toString());
      assertThat(values(place)).as(place.toString()).isNotEmpty();
    }
    assertThat(
            new TreeSet<>(
                sql.sql(
                        "SELECT table_name || '.' || column_name FROM information_schema.columns"
                            + " WHERE table_schema = 'auth' AND data_type = 'bytea'")
                    .query(String.class)
                    .list()))
        .isEqualTo(declared);
  }

  /** Columns with a value that does not begin with the header of the key. */
  List<String> withValuesNotUnder(MasterKey key) {
    return PLACES.stream()
        .filter(place -> values(place).stream().anyMatch(value -> !key.sealed(value)))
        .map(SealedData.Place::toString)
        .toList();
  }

  /** How many begin with the header of the key. */
  long valuesUnder(MasterKey key, SealedData data) {
    return data.places().stream()
        .flatMap(place -> values(place).stream())
        .filter(key::sealed)
        .count();
  }

  /** Whether a statement stands behind somebody else's transaction. */
  boolean isAnybodyWaitingForALock() {
    return sql.sql(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity"
                + " WHERE datname = current_database() AND wait_event_type = 'Lock')")
        .query(Boolean.class)
        .single();
  }

  /** What a server of before values named their key made at its first start. */
  void insertSigningKeyOfBefore(MasterKey key) {
    try {
      String signing =
          new RSAKeyGenerator(2_048)
              .keyID("of-before")
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .generate()
              .toJSONString();
      byte[] sealed =
          new SingleKeyBox(key.derive("signing-keys"))
              .seal(
                  signing.getBytes(StandardCharsets.UTF_8),
                  "of-before".getBytes(StandardCharsets.UTF_8));
      sql.sql(
              "INSERT INTO auth.signing_key (generation, kid, sealed, created_at)"
                  + " VALUES (1, 'of-before', ?, now())")
          .param(sealed)
          .update();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without headers, and with nothing in the tables that came with them. */
  void makeAsBefore(MasterKey key) {
    for (SealedData.Place place : PLACES) {
      sql.sql(
              """
              UPDATE auth.%1$s SET %2$s = substring(%2$s FROM %3$d)
              WHERE substring(%2$s FROM 1 FOR %4$d) = ?
              """
                  .formatted(
                      place.table(),
                      place.column(),
                      MasterKey.HEADER_BYTES + 1,
                      MasterKey.HEADER_BYTES))
          .param(key.header())
          .update();
    }
    sql.sql("DELETE FROM auth.hash_key").update();
    sql.sql("DELETE FROM auth.master_key").update();
  }

  private List<byte[]> values(SealedData.Place place) {
    return sql.sql(
            "SELECT %2$s FROM auth.%1$s WHERE %2$s IS NOT NULL"
                .formatted(place.table(), place.column()))
        .query(byte[].class)
        .list();
  }
}
