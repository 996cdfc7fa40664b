package io.playledger.verification.day;

import io.playledger.verification.books.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The most that each player may have to pay out in the day, so that the credits before it cover
 * every payment in whatever order the payments fall.
 */
public final class Outlays {

  private final List<Map<Currency, Long>> byPlayer;

  public Outlays(int players) {
    byPlayer =
        IntStream.range(0, players)
            .<Map<Currency, Long>>mapToObj(player -> new EnumMap<>(Currency.class))
            .toList();
  }

  public void add(int player, Currency currency, long units) {
    byPlayer.get(player).merge(currency, units, Math::addExact);
  }

  public long of(int player, Currency currency) {
    return byPlayer.get(player).getOrDefault(currency, 0L);
  }
}
