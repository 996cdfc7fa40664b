package io.playledger.access.secret;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code auth.hash_key}: an encrypted key for each {@link HashPurpose}. */
final class HashKeys {

  private final JdbcClient database;
  private final SecretBox box;

  HashKeys(JdbcClient database, SecretBox box) {
    this.database = database;
    this.box = box;
  }

  /**
   * All keys; missing ones are created.
   *
   * @param before the master key of a database from before these keys were stored: missing keys are
   *     derived from it as they were then. Without it they are random
   */
  Map<HashPurpose, SecretKey> all(Optional<MasterKey> before) {
    Map<String, byte[]> kept = kept();
    for (HashPurpose purpose : HashPurpose.values()) {
      if (!kept.containsKey(purpose.key())) {
        insert(purpose, before);
        kept = kept();
      }
    }
    Map<HashPurpose, SecretKey> keys = new EnumMap<>(HashPurpose.class);
    for (HashPurpose purpose : HashPurpose.values()) {
      byte[] key = box.open(kept.get(purpose.key()), context(purpose));
      keys.put(purpose, new SecretKeySpec(key, "Generic"));
    }
    return keys;
  }

  private Map<String, byte[]> kept() {
    Map<String, byte[]> kept = new HashMap<>();
    database
        .sql("SELECT purpose, sealed FROM auth.hash_key")
        .query(
            row -> {
              kept.put(row.getString("purpose"), row.getBytes("sealed"));
            });
    return kept;
  }

  private void insert(HashPurpose purpose, Optional<MasterKey> before) {
    // if another node was faster, its key is used
    byte[] key =
        before
            .map(master -> master.derive(purpose.key()).getEncoded())
            .orElseGet(HashKeys::randomKey);
    database
        .sql(
            "INSERT INTO auth.hash_key (purpose, sealed, created_at)"
                + " VALUES (?, ?, clock_timestamp()) ON CONFLICT DO NOTHING")
        .params(purpose.key(), box.seal(key, context(purpose)))
        .update();
  }

  private static byte[] randomKey() {
    byte[] key = new byte[Secrets.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private static byte[] context(HashPurpose purpose) {
    return ("hash-key/" + purpose.key()).getBytes(StandardCharsets.UTF_8);
  }
}
