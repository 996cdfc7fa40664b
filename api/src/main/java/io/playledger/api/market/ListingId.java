package io.playledger.api.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * Names a listing.
 *
 * @param value UUIDv7
 */
public record ListingId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ListingId {
    Objects.requireNonNull(value, "ListingId");
  }

  /** Names the listing's aggregate in the log: no id of another type is ever taken for it. */
  public String aggregateId() {
    return "listing-" + value;
  }

  /** Reads the canonical form. */
  public static ListingId of(String text) {
    return new ListingId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
