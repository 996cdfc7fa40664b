package io.playledger.server.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.playledger.server.config.SecretBox;
import io.playledger.server.http.Ids;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys that sign access tokens, in {@code auth.signing_key}: the first is made at the first
 * start; private halves are sealed.
 */
final class SigningKeys {

  private static final int RSA_BITS = 2_048;

  private final JWKSet keys;

  private SigningKeys(JWKSet keys) {
    this.keys = keys;
  }

  static SigningKeys loadOrCreate(JdbcClient database, SecretBox wrapping) {
    if (count(database) == 0) {
      create(database, wrapping);
    }
    List<JWK> found =
        database
            .sql("SELECT kid, sealed FROM auth.signing_key ORDER BY generation DESC")
            .<JWK>query(
                (row, number) -> open(wrapping, row.getString("kid"), row.getBytes("sealed")))
            .list();
    return new SigningKeys(new JWKSet(found));
  }

  /** All of them, private halves included; the first signs. */
  JWKSet all() {
    return keys;
  }

  /** What everybody may know. */
  JWKSet publicKeys() {
    return keys.toPublicJWKSet();
  }

  /** Id of the key that signs. */
  String signingKeyId() {
    return keys.getKeys().getFirst().getKeyID();
  }

  private static long count(JdbcClient database) {
    return database.sql("SELECT count(*) FROM auth.signing_key").query(Long.class).single();
  }

  private static void create(JdbcClient database, SecretBox wrapping) {
    String kid = Ids.next().toString();
    RSAKey key = generate(kid);
    // several nodes may start at once: the one row of generation 1 is the first one's
    database
        .sql(
            "INSERT INTO auth.signing_key (generation, kid, sealed, created_at)"
                + " VALUES (1, ?, ?, clock_timestamp()) ON CONFLICT DO NOTHING")
        .params(kid, wrapping.seal(utf8(key.toJSONString()), utf8(kid)))
        .update();
  }

  private static RSAKey generate(String kid) {
    try {
      return new RSAKeyGenerator(RSA_BITS)
          .keyID(kid)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }

  private static RSAKey open(SecretBox wrapping, String kid, byte[] sealed) {
    try {
      return RSAKey.parse(new String(wrapping.open(sealed, utf8(kid)), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("auth.signing_key holds no key under " + kid, e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
