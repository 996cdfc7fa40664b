package io.playledger.api.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * Names a player, and thereby the player's wallet, score and reputation.
 *
 * @param value UUIDv7
 */
public record PlayerId(@JsonValue UUID value) implements Comparable<PlayerId> {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PlayerId {
    Objects.requireNonNull(value, "player id");
  }

  /** Names the player's aggregate in the log: no id of another type is ever taken for it. */
  public String aggregateId() {
    return "player-" + value;
  }

  /** Reads the canonical form. */
  public static PlayerId of(String text) {
    return new PlayerId(UUID.fromString(text));
  }

  /** By canonical text: the order in which wallets are locked. */
  @Override
  public int compareTo(PlayerId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
