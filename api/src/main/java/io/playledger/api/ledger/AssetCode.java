package io.playledger.api.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The code of an asset.
 *
 * @param value 2 to 12 of A-Z and 0-9, a letter first: {@code USD}, {@code GOLD}, {@code TOKEN}
 */
public record AssetCode(@JsonValue String value) implements Comparable<AssetCode> {

  private static final int LENGTH_MIN = 2;
  private static final int LENGTH_MAX = 12;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AssetCode {
    if (value == null || !hasShape(value)) {
      throw new IllegalArgumentException(
          "An asset code is 2 to 12 of A-Z and 0-9, a letter first, for example GOLD.");
    }
  }

  /**
   * Checks the form without a regular expression, which would dominate the cost of reading
   * postings.
   */
  private static boolean hasShape(String value) {
    int length = value.length();
    if (length < LENGTH_MIN || length > LENGTH_MAX || !isLetter(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = value.charAt(i);
      if (!isLetter(c) && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  @Override
  public int compareTo(AssetCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
