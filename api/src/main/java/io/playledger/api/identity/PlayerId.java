package io.playledger.api.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of a player, and of the player's wallet, score and reputation.
 *
 * @param value UUIDv7
 */
public record PlayerId(@JsonValue UUID value) implements Comparable<PlayerId> {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PlayerId {
    Objects.requireNonNull(value, "player id");
  }

  /**
   * The identifier of the player's aggregate in the log, distinct from the identifiers of all other
   * types.
   */
  public String aggregateId() {
    return "player-" + value;
  }

  /** Parses the canonical text form. */
  public static PlayerId of(String text) {
    return new PlayerId(UUID.fromString(text));
  }

  /** Compares by canonical text, which is the order in which wallets are locked. */
  @Override
  public int compareTo(PlayerId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
