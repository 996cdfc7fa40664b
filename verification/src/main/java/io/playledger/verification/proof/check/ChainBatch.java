package io.playledger.verification.proof.check;

import io.playledger.verification.proof.log.EventDigests;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** One row of the hash chain. */
final class ChainBatch {

  static final String COLUMNS = "first_position, last_position, previous_hash, hash, event_digests";

  private final long first;
  private final long last;
  private final byte[] previousHash;
  private final byte[] hash;
  private final byte[] digests;

  ChainBatch(ResultSet row) throws SQLException {
    first = row.getLong(1);
    last = row.getLong(2);
    previousHash = row.getBytes(3);
    hash = row.getBytes(4);
    digests = row.getBytes(5);
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  boolean covers(long position) {
    return first <= position && position <= last;
  }

  /** Whether it goes on where the other, or the beginning, ends. */
  boolean continues(long previousLast, byte[] previous) {
    return first == previousLast + 1 && last >= first && Arrays.equals(previousHash, previous);
  }

  /** Whether it has a digest for each event, and its hash is that of its contents. */
  boolean sound() {
    return digests.length == (last - first + 1) * EventDigests.BYTES
        && Arrays.equals(hash, EventDigests.ofBatch(previousHash, first, last, digests));
  }

  boolean hasDigest(long position, byte[] digest) {
    int start = Math.toIntExact((position - first) * EventDigests.BYTES);
    int end = start + EventDigests.BYTES;
    return end <= digests.length && Arrays.equals(digests, start, end, digest, 0, digest.length);
  }

  byte[] hash() {
    return hash.clone();
  }
}
