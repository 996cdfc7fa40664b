package io.playledger.server.identity;

import io.playledger.server.config.BoundedCache;
import io.playledger.server.config.SecretBox;
import io.playledger.server.config.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys of persons in {@code auth.person_key}, each sealed under a key of the installation. Used
 * keys are kept in memory, at most so many as the settings say.
 */
final class PersonKeys {

  private static final String FIRST_KEY = "1";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient database;
  private final SecretBox wrapping;
  private final BoundedCache<KeyName, SecretBox> cache;
  private final BoundedCache<UUID, String> current;

  PersonKeys(JdbcClient database, SecretBox wrapping, int cacheEntriesMax) {
    this.database = database;
    this.wrapping = wrapping;
    this.cache = new BoundedCache<>(cacheEntriesMax);
    this.current = new BoundedCache<>(cacheEntriesMax);
  }

  private record KeyName(UUID person, String keyId) {

    byte[] context() {
      return (person + "/" + keyId).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Which key protects what the person writes now; makes the first one. */
  String currentKeyId(UUID person) {
    String known = current.get(person);
    if (known != null) {
      return known;
    }
    String found = newestKeyId(person).orElseGet(() -> create(person));
    current.put(person, found);
    return found;
  }

  /** The key, or empty once it was erased or where there never was one. */
  Optional<SecretBox> find(UUID person, String keyId) {
    KeyName name = new KeyName(person, keyId);
    SecretBox known = cache.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<SecretBox> loaded =
        database
            .sql(
                "SELECT wrapped FROM auth.person_key"
                    + " WHERE person = ? AND key_id = ? AND wrapped IS NOT NULL")
            .params(person, keyId)
            .query(byte[].class)
            .optional()
            .map(wrapped -> new SecretBox(wrapping.open(wrapped, name.context())));
    loaded.ifPresent(key -> cache.put(name, key));
    return loaded;
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
    // where another thread or node was faster its key stays, and this one was never used
    database
        .sql(
            "INSERT INTO auth.person_key (person, key_id, wrapped, created_at)"
                + " VALUES (?, ?, ?, clock_timestamp()) ON CONFLICT DO NOTHING")
        .params(person, FIRST_KEY, wrapping.seal(key, name.context()))
        .update();
    return newestKeyId(person)
        .orElseThrow(() -> new IllegalStateException("the person's keys were erased: " + person));
  }
}
