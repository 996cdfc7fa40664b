package io.playledger.eventstore;

import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The permanent key of one command.
 *
 * @param scope owner of the key, for example a user id; keys of two scopes never collide
 * @param key the idempotency key
 * @param requestHash hash of the request, which distinguishes a repeat from another request under
 *     the same key; at most 64 bytes
 */
public record CommandKey(String scope, UUID key, byte[] requestHash) {

  public CommandKey {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(key, "key");
    if (scope.isEmpty() || scope.length() > 200) {
      throw new IllegalArgumentException("scope must have 1 to 200 characters");
    }
    if (requestHash.length > 64) {
      throw new IllegalArgumentException("requestHash must have at most 64 bytes");
    }
    requestHash = requestHash.clone();
  }

  @Override
  public byte[] requestHash() {
    return requestHash.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CommandKey that
        && scope.equals(that.scope)
        && key.equals(that.key)
        && Arrays.equals(requestHash, that.requestHash);
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + scope.hashCode();
  }

  @Override
  public String toString() {
    return scope + "/" + key;
  }
}
