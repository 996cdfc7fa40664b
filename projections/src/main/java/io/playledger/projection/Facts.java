package io.playledger.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.scale.Decimals;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Short facts about an event, for display. Amounts are in smallest units; the reader knows the
 * scale.
 *
 * @param words by name
 * @param amounts by name
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Facts(Map<String, String> words, Map<String, Amount> amounts) {

  private static final Facts NONE = new Facts(Map.of(), Map.of());

  public Facts {
    words = words == null ? Map.of() : Map.copyOf(words);
    amounts = amounts == null ? Map.of() : Map.copyOf(amounts);
  }

  /** No facts. */
  public static Facts none() {
    return NONE;
  }

  /** Adds a fact by its {@code toString}; adds nothing if the value is null. */
  public Facts with(String name, @Nullable Object value) {
    return value == null ? this : new Facts(added(words, name, value.toString()), amounts);
  }

  /** Adds an amount; adds nothing if it is null. */
  public Facts with(String name, @Nullable Amount amount) {
    return amount == null ? this : new Facts(words, added(amounts, name, amount));
  }

  /** All as small texts; an amount reads {@code 12.50 USD}. */
  public Map<String, String> shown(Decimals decimals) {
    Map<String, String> shown = new TreeMap<>(words);
    amounts.forEach((name, amount) -> shown.put(name, decimals.withAsset(amount)));
    return shown;
  }

  private static <V> Map<String, V> added(Map<String, V> to, String name, V value) {
    Map<String, V> more = new TreeMap<>(to);
    more.put(Objects.requireNonNull(name), value);
    return more;
  }
}
