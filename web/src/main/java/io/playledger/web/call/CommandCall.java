package io.playledger.web.call;

import io.playledger.web.authority.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that changes something: its caller, and the key and hash that identify a repeat.
 *
 * @param idempotencyKey the client's header
 * @param requestHash keyed hash over method, path, query and canonical body
 */
public record CommandCall(Caller caller, UUID idempotencyKey, byte[] requestHash) {

  public CommandCall {
    requestHash = requestHash.clone();
  }

  @Override
  public byte[] requestHash() {
    return requestHash.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CommandCall that
        && caller.equals(that.caller)
        && idempotencyKey.equals(that.idempotencyKey)
        && java.util.Arrays.equals(requestHash, that.requestHash);
  }

  @Override
  public int hashCode() {
    return idempotencyKey.hashCode();
  }

  @Override
  public String toString() {
    return "CommandCall[" + caller.player() + "/" + idempotencyKey + "]";
  }
}
