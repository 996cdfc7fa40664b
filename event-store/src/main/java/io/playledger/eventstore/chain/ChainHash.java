package io.playledger.eventstore.chain;

import java.security.MessageDigest;

/**
 * The hash of a batch: SHA-256 over the previous batch's hash, the first and the last position (8
 * bytes each, big endian) and the {@link EventDigest} of every event in order. The writer lets
 * PostgreSQL compute it under the append lock, where the positions are known; the verifier here.
 */
final class ChainHash {
  private ChainHash() {}

  static byte[] of(byte[] previousHash, long firstPosition, long lastPosition, byte[] digests) {
    MessageDigest sha256 = EventDigest.sha256();
    sha256.update(previousHash);
    byte[] positions = new byte[16];
    putLong(positions, 0, firstPosition);
    putLong(positions, 8, lastPosition);
    sha256.update(positions);
    sha256.update(digests);
    return sha256.digest();
  }

  static void putLong(byte[] target, int offset, long value) {
    for (int i = 0; i < 8; i++) {
      target[offset + i] = (byte) (value >>> (56 - 8 * i));
    }
  }
}
