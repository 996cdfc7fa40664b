package io.playledger.api.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The lines of one transaction. They cannot be constructed unless they sum to zero for each asset,
 * so every event that carries them balances, and so does every prefix of the log.
 *
 * @param lines 2 to {@value #LINES_MAX}
 */
public record Postings(@JsonValue List<Posting> lines) {

  public static final int LINES_MAX = 400;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Postings {
    lines = List.copyOf(lines);
    if (lines.size() < 2 || lines.size() > LINES_MAX) {
      throw new IllegalArgumentException("A transaction has 2 to " + LINES_MAX + " postings.");
    }
    Map<AssetCode, BigInteger> sums = new TreeMap<>();
    for (Posting line : lines) {
      sums.merge(line.asset(), BigInteger.valueOf(line.units()), BigInteger::add);
    }
    sums.forEach(
        (asset, sum) -> {
          if (sum.signum() != 0) {
            throw new IllegalArgumentException("Postings of " + asset + " sum to " + sum + ".");
          }
        });
  }

  /** Postings of these lines. */
  public static Postings of(Posting... lines) {
    return new Postings(List.of(lines));
  }
}
