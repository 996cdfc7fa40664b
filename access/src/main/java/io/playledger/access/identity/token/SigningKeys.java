package io.playledger.access.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.playledger.access.identity.session.Notices;
import io.playledger.access.secret.SealedData;
import io.playledger.access.secret.SecretBox;
import io.playledger.access.secret.Secrets;
import io.playledger.web.http.Ids;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign access tokens. The newest one signs; a retired one verifies until the last
 * token that it signed has expired, and is then deleted. Private keys are encrypted. A node learns
 * of another node's new key by its notice or, if that was lost, by the first token signed with it.
 */
public final class SigningKeys {

  private static final int RSA_BITS = 2_048;
  private static final String NOTICE = "signing-keys";

  /** The shortest interval between reads of the table because of an unknown key id. */
  private static final long RELOAD_NANOS_MIN = Duration.ofSeconds(1).toNanos();

  private final SigningKeyTable table;
  private final SecretBox wrapping;
  private final Notices notices;
  private final TransactionTemplate transactions;

  /** How long a retired key verifies: the lifetime of a token plus the clock skew. */
  private final Duration overlap;

  private final Clock clock;
  private final AtomicLong reloadedNanos = new AtomicLong();
  private volatile List<Key> keys;

  /**
   * Loads the keys, and creates the first one if there is none.
   *
   * @param overlap how long a retired key verifies: the lifetime of a token plus the clock skew
   */
  SigningKeys(
      SigningKeyTable table,
      Secrets secrets,
      Notices notices,
      TransactionTemplate transactions,
      TokenSettings settings,
      Clock clock) {
    this.table = table;
    this.wrapping = secrets.box(SealedData.SIGNING_KEYS);
    this.notices = notices;
    this.transactions = transactions;
    this.overlap = settings.accessTokenAge().plus(AccessTokens.CLOCK_SKEW_MAX);
    this.clock = clock;
    if (table.all().isEmpty()) {
      // several nodes may start at once: only the first one inserts generation 1
      insert(1);
    }
    load();
    notices.onNotice(
        notice -> {
          if (notice.equals(NOTICE) || notice.equals(Notices.LOST)) {
            load();
          }
        });
  }

  private record Key(RSAKey key, SigningKeyTable.Row row) {}

  /** All active keys with their private parts; the first one signs. */
  JWKSet all() {
    Instant now = clock.instant();
    return new JWKSet(
        keys.stream().filter(key -> verifiesAt(key, now)).<JWK>map(Key::key).toList());
  }

  /** The public keys. */
  public JWKSet publicKeys() {
    return all().toPublicJWKSet();
  }

  /** Id of the key that signs. */
  public String signingKeyId() {
    return keys.getFirst().key().getKeyID();
  }

  /** The source of keys for signing. */
  JWKSource<SecurityContext> signing() {
    return (selector, context) -> selector.select(all());
  }

  /** The source of keys for verification. */
  JWKSource<SecurityContext> verifying() {
    return (selector, context) -> verifying(selector);
  }

  /** Creates a new key, which signs from now on, and returns its id. */
  public String rotate() {
    transactions.executeWithoutResult(
        status -> {
          table.lock();
          next();
        });
    notices.send(NOTICE);
    return signingKeyId();
  }

  /** Rotates if the signing key is older than the given age; otherwise returns false. */
  public boolean rotateIfOlderThan(Duration age) {
    Boolean rotated =
        transactions.execute(
            status -> {
              table.lock();
              SigningKeyTable.Row newest = table.all().getFirst();
              boolean old = newest.createdAt().plus(age).isBefore(clock.instant());
              if (old) {
                next();
              }
              return old;
            });
    if (Boolean.TRUE.equals(rotated)) {
      notices.send(NOTICE);
    }
    return Boolean.TRUE.equals(rotated);
  }

  private void next() {
    Instant now = clock.instant();
    table.deleteRetiredBefore(now.minus(overlap));
    table.retireAll(now);
    insert(table.newestGeneration() + 1);
  }

  private void insert(int generation) {
    String kid = Ids.next().toString();
    RSAKey key = generate(kid);
    table.insert(
        generation, kid, wrapping.seal(utf8(key.toJSONString()), utf8(kid)), clock.instant());
  }

  private List<JWK> verifying(JWKSelector selector) {
    List<JWK> found = selector.select(publicKeys());
    long last = reloadedNanos.get();
    if (found.isEmpty()
        && System.nanoTime() - last > RELOAD_NANOS_MIN
        && reloadedNanos.compareAndSet(last, System.nanoTime())) {
      load();
      found = selector.select(publicKeys());
    }
    return found;
  }

  private boolean verifiesAt(Key key, Instant now) {
    return key.row().retiredAt().map(at -> now.isBefore(at.plus(overlap))).orElse(true);
  }

  private void load() {
    reloadedNanos.set(System.nanoTime());
    keys = table.all().stream().map(row -> new Key(open(row), row)).toList();
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

  private RSAKey open(SigningKeyTable.Row row) {
    try {
      return RSAKey.parse(
          new String(wrapping.open(row.sealed(), utf8(row.kid())), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("auth.signing_key holds no key under " + row.kid(), e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
