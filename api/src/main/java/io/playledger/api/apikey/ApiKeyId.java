package io.playledger.api.apikey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * Names an API key; it is no secret.
 *
 * @param value UUIDv7
 */
public record ApiKeyId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ApiKeyId {
    Objects.requireNonNull(value, "ApiKeyId");
  }

  /** Names the key's aggregate in the log: no id of another type is ever taken for it. */
  public String aggregateId() {
    return "api-key-" + value;
  }

  /** Reads the canonical form. */
  public static ApiKeyId of(String text) {
    return new ApiKeyId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
