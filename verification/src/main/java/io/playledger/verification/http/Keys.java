package io.playledger.verification.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Idempotency keys and other ids that depend only on the run and the step: the same run sends the
 * same requests with the same keys, also after a restart of this program.
 *
 * @param seed of the plan
 * @param run tag of the run
 */
public record Keys(long seed, String run) {

  /** The key of a step: a UUID of version 8, from SHA-256. */
  public UUID of(String step) {
    ByteBuffer hash = hash(step);
    long high = hash.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x8000L;
    long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /** 0 to 999, evenly, by the seed and the step; the run's tag plays no part. */
  public static int perMille(long seed, String step) {
    ByteBuffer hash = new Keys(seed, "per-mille").hash(step);
    return (int) Long.remainderUnsigned(hash.getLong(), 1000);
  }

  private ByteBuffer hash(String step) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String text = "market-day\n" + seed + "\n" + run + "\n" + step;
      return ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
