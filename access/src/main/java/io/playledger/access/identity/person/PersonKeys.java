package io.playledger.access.identity.person;

import io.playledger.access.BoundedCache;
import io.playledger.access.identity.session.Notices;
import io.playledger.access.secret.SealedData;
import io.playledger.access.secret.SecretBox;
import io.playledger.access.secret.Secrets;
import io.playledger.access.secret.SingleKeyBox;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys of persons in {@code auth.person_key}, each encrypted under a key of the installation.
 * Keys in use are cached, limited in number and time by the settings; when one is destroyed, every
 * node is notified to forget it.
 */
public final class PersonKeys {

  private static final String FIRST_KEY = "1";
  private static final String NOTICE = "person:";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient database;
  private final SecretBox wrapping;
  private final Notices notices;
  private final long ageNanosMax;
  private final BoundedCache<KeyName, Kept> cache;
  private final BoundedCache<UUID, String> current;

  /**
   * Counts the received notices of destruction, so that a key read before a notice is not cached
   * after it.
   */
  private final AtomicLong destructions = new AtomicLong();

  PersonKeys(JdbcClient database, Secrets secrets, Notices notices, PersonKeySettings settings) {
    this.database = database;
    this.wrapping = secrets.box(SealedData.PERSON_KEYS);
    this.notices = notices;
    this.ageNanosMax = settings.personKeyCacheMillisMax() * 1_000_000L;
    this.cache = new BoundedCache<>(settings.personKeyCacheEntriesMax());
    this.current = new BoundedCache<>(settings.personKeyCacheEntriesMax());
    notices.onNotice(this::heard);
  }

  private record Kept(UUID person, SecretBox key, long nanos) {}

  private record KeyName(UUID person, String keyId) {

    byte[] context() {
      return (person + "/" + keyId).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The id of the key that encrypts the person's new texts. Creates the first key. */
  String currentKeyId(UUID person) {
    String known = current.get(person);
    if (known != null) {
      return known;
    }
    long before = destructions.get();
    String found = newestKeyId(person).orElseGet(() -> create(person));
    current.put(person, found);
    if (destructions.get() != before) {
      current.remove(person);
    }
    return found;
  }

  /** The key; empty if it was destroyed or never existed. */
  Optional<SecretBox> find(UUID person, String keyId) {
    KeyName name = new KeyName(person, keyId);
    Kept known = cache.get(name);
    if (known != null && System.nanoTime() - known.nanos() <= ageNanosMax) {
      return Optional.of(known.key());
    }
    long before = destructions.get();
    Optional<SecretBox> loaded =
        database
            .sql(
                "SELECT wrapped FROM auth.person_key"
                    + " WHERE person = ? AND key_id = ? AND wrapped IS NOT NULL")
            .params(person, keyId)
            .query(byte[].class)
            .optional()
            .map(wrapped -> new SingleKeyBox(wrapping.open(wrapped, name.context())));
    loaded.ifPresentOrElse(
        key -> cache.put(name, new Kept(person, key, System.nanoTime())), () -> cache.remove(name));
    if (destructions.get() != before) {
      cache.remove(name);
    }
    return loaded;
  }

  /**
   * Destroys every key of the person in the caller's transaction. A person without a key gets a
   * destroyed one, so that no new key is ever created.
   */
  public void destroy(UUID person) {
    database
        .sql("UPDATE auth.person_key SET wrapped = NULL WHERE person = ?")
        .param(person)
        .update();
    database
        .sql(
            "INSERT INTO auth.person_key (person, key_id, wrapped, created_at)"
                + " VALUES (?, ?, NULL, clock_timestamp())"
                + " ON CONFLICT (person, key_id) DO UPDATE SET wrapped = NULL")
        .params(person, FIRST_KEY)
        .update();
  }

  /** Removes the person's keys from the caches of all nodes. Call this after the commit. */
  public void destroyed(UUID person) {
    notices.send(NOTICE + person);
  }

  private void heard(String notice) {
    if (notice.startsWith(NOTICE)) {
      UUID person = UUID.fromString(notice.substring(NOTICE.length()));
      destructions.incrementAndGet();
      current.remove(person);
      cache.removeIf(kept -> kept.person().equals(person));
    } else if (notice.equals(Notices.LOST)) {
      destructions.incrementAndGet();
      current.clear();
      cache.clear();
    }
  }

  private Optional<String> newestKeyId(UUID person) {
    return database
        .sql(
            "SELECT key_id FROM auth.person_key"
                + " WHERE person = ? AND wrapped IS NOT NULL ORDER BY created_at DESC LIMIT 1")
        .param(person)
        .query(String.class)
        .optional();
  }

  private String create(UUID person) {
    byte[] key = new byte[Secrets.KEY_BYTES];
    RANDOM.nextBytes(key);
    KeyName name = new KeyName(person, FIRST_KEY);
    // if another thread or node was faster, its key stays and this one is unused
    database
        .sql(
            "INSERT INTO auth.person_key (person, key_id, wrapped, created_at)"
                + " VALUES (?, ?, ?, clock_timestamp()) ON CONFLICT DO NOTHING")
        .params(person, FIRST_KEY, wrapping.seal(key, name.context()))
        .update();
    return newestKeyId(person).orElseThrow(PersonKeys::erased);
  }

  /** The person was erased and cannot write texts any more. */
  static ApiProblem erased() {
    return ApiProblem.of(TransportCode.UNAUTHENTICATED, "This account was erased.");
  }
}
