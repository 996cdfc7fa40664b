package io.playledger.eventstore;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first answer to a keyed command.
 *
 * @param scope scope of the key
 * @param key the key
 * @param requestHash hash of the request that was answered
 * @param position position of the command's last event; for a rejection the head of the log when
 *     the rejection was recorded
 * @param rejected whether the command was rejected
 * @param resultJson the rejection or the result as JSON, if there is one
 * @param storedAt database time of the first answer
 */
public record StoredOutcome(
    String scope,
    UUID key,
    byte[] requestHash,
    long position,
    boolean rejected,
    @Nullable String resultJson,
    Instant storedAt) {

  public StoredOutcome {
    requestHash = requestHash.clone();
  }

  @Override
  public byte[] requestHash() {
    return requestHash.clone();
  }

  /**
   * Whether {@code key} is a repeat of the same request, not a reuse of the key for another one.
   */
  public boolean answers(CommandKey repeated) {
    return Arrays.equals(requestHash, repeated.requestHash());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredOutcome that
        && scope.equals(that.scope)
        && key.equals(that.key)
        && Arrays.equals(requestHash, that.requestHash)
        && position == that.position
        && rejected == that.rejected
        && java.util.Objects.equals(resultJson, that.resultJson)
        && storedAt.equals(that.storedAt);
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + scope.hashCode();
  }
}
