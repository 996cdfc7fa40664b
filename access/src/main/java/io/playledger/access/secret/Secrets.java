package io.playledger.access.secret;

import io.playledger.web.http.KeyedHash;
import io.playledger.web.http.RequestHashes;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;

/**
 * The keys of this installation. Values are encrypted under the newest master key and can be
 * decrypted under former ones, too. Hashes use keys that do not change with the master key.
 */
public final class Secrets implements RequestHashes {

  /** Length in bytes of a master key and of every derived key. */
  public static final int KEY_BYTES = 32;

  private final List<MasterKey> keys;
  private final Map<HashPurpose, SecretKey> hashKeys;

  /** The keys; the first encrypts, all decrypt. */
  Secrets(List<MasterKey> keys, Map<HashPurpose, SecretKey> hashKeys) {
    this.keys = List.copyOf(keys);
    this.hashKeys = Map.copyOf(hashKeys);
  }

  /** The box that encrypts and decrypts such data. */
  public SecretBox box(SealedData data) {
    return new RotatingBox(keys, data.purpose());
  }

  /** The key of this hash, which never changes. */
  public SecretKey hashKey(HashPurpose purpose) {
    return hashKeys.get(purpose);
  }

  @Override
  public KeyedHash ofRequests() {
    return new KeyedHash(hashKey(HashPurpose.REQUEST));
  }

  @Override
  public KeyedHash ofClientAddresses() {
    return new KeyedHash(hashKey(HashPurpose.CLIENT_ADDRESS));
  }

  /** The id of the master key that encrypts. */
  MasterKey sealing() {
    return keys.getFirst();
  }

  /** Whether former keys were given, too. */
  boolean hasFormerKeys() {
    return keys.size() > 1;
  }
}
