package io.playledger.api.score;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The id of a board.
 *
 * @param value 1 to 64 of a-z, 0-9 and hyphen
 */
public record BoardId(@JsonValue String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  /** The board that counts every score. */
  public static final BoardId GLOBAL = new BoardId("global");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BoardId {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("A board is named by 1 to 64 of a-z, 0-9 and hyphen.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
