package io.playledger.api.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of a listing.
 *
 * @param value UUIDv7
 */
public record ListingId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ListingId {
    Objects.requireNonNull(value, "ListingId");
  }

  /**
   * The identifier of the listing's aggregate in the log, distinct from the identifiers of all
   * other types.
   */
  public String aggregateId() {
    return "listing-" + value;
  }

  /** Parses the canonical text form. */
  public static ListingId of(String text) {
    return new ListingId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
