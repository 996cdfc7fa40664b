package io.playledger.eventstore.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over every field of an event but its position, each field behind its length, so that no
 * two different events give the same bytes. The position is bound by {@link ChainHash}: a batch
 * hashes its first and last position and the digests in order.
 *
 * <p>Format 1: the byte 1; then type, aggregate id, sequence, event id, time in microseconds,
 * payload type, revision, payload, metadata. A text is its UTF-8 length in 4 bytes and its bytes, a
 * missing text the length -1; a number is 8 bytes. All numbers are big endian.
 */
public final class EventDigest {
  /** Bytes of a digest. */
  public static final int BYTES = 32;

  private static final byte FORMAT = 1;

  private final MessageDigest sha256 = sha256();
  private final byte[] number = new byte[8];

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The digest of these fields; used by one thread at a time. */
  public byte[] of(
      @Nullable String aggregateType,
      String aggregateId,
      long sequence,
      String eventId,
      long occurredAtMicros,
      String payloadType,
      @Nullable String payloadRevision,
      byte[] payload,
      byte[] metadata) {
    sha256.reset();
    sha256.update(FORMAT);
    text(aggregateType);
    text(aggregateId);
    number(sequence);
    text(eventId);
    number(occurredAtMicros);
    text(payloadType);
    text(payloadRevision);
    bytes(payload);
    bytes(metadata);
    return sha256.digest();
  }

  /** An instant as it is hashed and stored. */
  public static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  private void text(@Nullable String value) {
    if (value == null) {
      length(-1);
    } else {
      bytes(value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void bytes(byte[] value) {
    length(value.length);
    sha256.update(value);
  }

  private void length(int length) {
    for (int i = 0; i < 4; i++) {
      number[i] = (byte) (length >>> (24 - 8 * i));
    }
    sha256.update(number, 0, 4);
  }

  private void number(long value) {
    ChainHash.putLong(number, 0, value);
    sha256.update(number, 0, 8);
  }
}
