package io.playledger.eventstore.chain;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The log up to a position, in 32 bytes. Keep one outside the database: a log that was rewritten or
 * cut before its position can never lead to its hash again.
 *
 * @param position last position of a batch; 0 for the beginning
 * @param hash hash of the chain there
 */
public record ChainCheckpoint(long position, byte[] hash) {

  /** The beginning of every log of format 1. */
  public static final ChainCheckpoint START =
      new ChainCheckpoint(
          0,
          EventDigest.sha256()
              .digest(
                  "playledger event log, format 1"
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8)));

  public ChainCheckpoint {
    hash = hash.clone();
  }

  @Override
  public byte[] hash() {
    return hash.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChainCheckpoint that
        && position == that.position
        && Arrays.equals(hash, that.hash);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(position);
  }

  @Override
  public String toString() {
    return position + ":" + HexFormat.of().formatHex(hash);
  }
}
