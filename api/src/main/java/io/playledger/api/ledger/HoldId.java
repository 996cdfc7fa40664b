package io.playledger.api.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of a hold on a wallet.
 *
 * @param value UUIDv7
 */
public record HoldId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HoldId {
    Objects.requireNonNull(value, "HoldId");
  }

  /** Parses the canonical text form. */
  public static HoldId of(String text) {
    return new HoldId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
