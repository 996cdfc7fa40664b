package io.playledger.api.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of a trade, from the offer to its end. Its escrow has the same id.
 *
 * @param value UUIDv7
 */
public record TradeId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TradeId {
    Objects.requireNonNull(value, "TradeId");
  }

  /**
   * The identifier of the trade's aggregate in the log, distinct from the identifiers of all other
   * types.
   */
  public String aggregateId() {
    return "trade-" + value;
  }

  /** Parses the canonical text form. */
  public static TradeId of(String text) {
    return new TradeId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
