package io.playledger.verification.proof.log;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Format 1 of the hash chain, implemented a second time from its description instead of shared with
 * the store, so that an error of the store is not repeated here.
 */
public final class EventDigests {

  /** Bytes of a digest. */
  public static final int BYTES = 32;

  private static final byte FORMAT = 1;
  private static final String BEGINNING = "playledger event log, format 1";

  private EventDigests() {}

  /** The hash before the first batch. */
  public static byte[] beginning() {
    return sha256().digest(BEGINNING.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] of(LogRow row) {
    return of(
        row.aggregateType(),
        row.aggregateId(),
        row.sequence(),
        row.eventId(),
        row.occurredAt(),
        row.payloadType(),
        row.payloadRevision(),
        row.payload(),
        row.metadata());
  }

  /** The digest of an event. */
  public static byte[] of(
      @Nullable String aggregateType,
      String aggregateId,
      long sequence,
      String eventId,
      Instant occurredAt,
      String payloadType,
      @Nullable String payloadRevision,
      String payload,
      String metadata) {
    MessageDigest sha256 = sha256();
    try (DataOutputStream out =
        new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha256))) {
      out.writeByte(FORMAT);
      text(out, aggregateType);
      text(out, aggregateId);
      out.writeLong(sequence);
      text(out, eventId);
      out.writeLong(micros(occurredAt));
      text(out, payloadType);
      text(out, payloadRevision);
      text(out, payload);
      text(out, metadata);
    } catch (IOException e) {
      throw new UncheckedIOException("A stream that goes nowhere cannot fail", e);
    }
    return sha256.digest();
  }

  /**
   * The hash of a batch.
   *
   * @param digests of its events in order, one behind the other
   */
  public static byte[] ofBatch(byte[] previousHash, long first, long last, byte[] digests) {
    MessageDigest sha256 = sha256();
    sha256.update(previousHash);
    sha256.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(first).putLong(last).array());
    return sha256.digest(digests);
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
