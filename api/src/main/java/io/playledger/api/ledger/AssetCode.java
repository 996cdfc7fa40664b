package io.playledger.api.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names an asset.
 *
 * @param value 2 to 12 of A-Z and 0-9, a letter first: {@code USD}, {@code GOLD}, {@code TOKEN}
 */
public record AssetCode(@JsonValue String value) implements Comparable<AssetCode> {

  private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]{1,11}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AssetCode {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "An asset code is 2 to 12 of A-Z and 0-9, a letter first, for example GOLD.");
    }
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
