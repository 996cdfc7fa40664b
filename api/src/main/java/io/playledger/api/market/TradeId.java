package io.playledger.api.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * Names a trade, from the offer to its end; its escrow bears the same id.
 *
 * @param value UUIDv7
 */
public record TradeId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TradeId {
    Objects.requireNonNull(value, "TradeId");
  }

  /** Names the trade's aggregate in the log: no id of another type is ever taken for it. */
  public String aggregateId() {
    return "trade-" + value;
  }

  /** Reads the canonical form. */
  public static TradeId of(String text) {
    return new TradeId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
