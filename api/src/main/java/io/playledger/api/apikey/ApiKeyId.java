package io.playledger.api.apikey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of an API key. It is not secret.
 *
 * @param value UUIDv7
 */
public record ApiKeyId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ApiKeyId {
    Objects.requireNonNull(value, "ApiKeyId");
  }

  /**
   * The identifier of the key's aggregate in the log, distinct from the identifiers of all other
   * types.
   */
  public String aggregateId() {
    return "api-key-" + value;
  }

  /** Parses the canonical text form. */
  public static ApiKeyId of(String text) {
    return new ApiKeyId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
