package io.playledger.access.secret;

import io.playledger.web.http.KeyedHash;
import io.playledger.web.http.RequestHashes;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;

/**
 * The keys of this installation. What is sealed is sealed under the newest master key and opens
 * under those before it too; what is hashed is hashed with keys that a change of the master key
 * leaves alone.
 */
public final class Secrets implements RequestHashes {

  /** Bytes of a master key and of every key derived from one. */
  public static final int KEY_BYTES = 32;

  private final List<MasterKey> keys;
  private final Map<HashPurpose, SecretKey> hashKeys;

  /** The first master key seals, all open. */
  Secrets(List<MasterKey> keys, Map<HashPurpose, SecretKey> hashKeys) {
    this.keys = List.copyOf(keys);
    this.hashKeys = Map.copyOf(hashKeys);
  }

  /** Seals and opens such data. */
  public SecretBox box(SealedData data) {
    return new RotatingBox(keys, data.purpose());
  }

  /** The key to hash with, always the same. */
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

  /** The master key that seals. */
  MasterKey sealing() {
    return keys.getFirst();
  }

  /** Whether further ones were given, which open. */
  boolean hasFormerKeys() {
    return keys.size() > 1;
  }
}
