package io.playledger.verification.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request of a client, which can take several attempts.
 *
 * @param kind kind for statistics, for example {@code trade.accept}
 * @param path below the base path, query included
 * @param key the idempotency key
 * @param actor the caller; none: an anonymous one
 * @param headers further headers
 */
public record ApiCall(
    String kind,
    String method,
    String path,
    byte @Nullable [] body,
    @Nullable UUID key,
    @Nullable Actor actor,
    Map<String, String> headers) {

  public static ApiCall get(String kind, String path) {
    return new ApiCall(kind, "GET", path, null, null, null, Map.of());
  }

  /** A request that changes something. */
  public static ApiCall of(String kind, String method, String path, @Nullable JsonNode body) {
    byte @Nullable [] bytes = body == null ? null : Json.bytes(body);
    return new ApiCall(kind, method, path, bytes, null, null, Map.of());
  }

  public ApiCall as(@Nullable Actor who) {
    return new ApiCall(kind, method, path, body, key, who, headers);
  }

  public ApiCall keyed(UUID idempotencyKey) {
    return new ApiCall(kind, method, path, body, idempotencyKey, actor, headers);
  }

  public ApiCall carrying(byte[] otherBody) {
    return new ApiCall(kind, method, path, otherBody, key, actor, headers);
  }

  public ApiCall header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new ApiCall(kind, method, path, body, key, actor, Map.copyOf(more));
  }

  /** A read that must reflect the log up to that position. */
  public ApiCall notBefore(long position) {
    return position > 0 ? header("Playledger-Min-Position", Long.toString(position)) : this;
  }
}
