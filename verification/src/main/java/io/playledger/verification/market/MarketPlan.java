package io.playledger.verification.market;

import io.playledger.verification.books.Currency;
import io.playledger.verification.day.DaySize;
import io.playledger.verification.day.Dice;
import io.playledger.verification.day.Outlays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Items and the trades on them. Equal seeds and sizes give equal plans, on every machine. */
public record MarketPlan(List<ItemPlan> items) {

  private static final List<String> GAMES =
      List.of("rustlands", "skyhold", "minecraft", "deep-orbit", "gloomharbor");
  private static final List<String> ADJECTIVES =
      List.of(
          "Obsidian",
          "Gilded",
          "Ancient",
          "Frozen",
          "Crimson",
          "Silent",
          "Emerald",
          "Runed",
          "Spectral",
          "Radiant");
  private static final List<String> NOUNS =
      List.of(
          "Greatsword",
          "Amulet",
          "Longbow",
          "Helmet",
          "Gauntlets",
          "Spellbook",
          "Warhammer",
          "Cloak",
          "Shield",
          "Lantern");

  /** More than all wallets together hold, and far from what an account can hold. */
  private static final long BEYOND_MEANS = 4_000_000_000_000_000L;

  public static MarketPlan of(long seed, DaySize size) {
    return new MarketPlan(new Planner(size, new Dice(seed, "items")).items());
  }

  /** Every trade of every item. */
  public Stream<TradePlan> trades() {
    return items.stream().flatMap(item -> item.trades().stream());
  }

  /** The most that each player may have to pay for it. */
  public void reserve(Outlays outlays) {
    for (ItemPlan item : items) {
      for (TradePlan trade : item.trades()) {
        if (trade.scenario() != Scenario.FUNDS_UNAVAILABLE) {
          outlays.add(trade.buyer(), item.currency(), item.priceOf(trade));
        }
      }
    }
  }

  private record Planner(DaySize size, Dice dice) {

    List<ItemPlan> items() {
      List<Scenario> scenarios = dice.shuffled(scenarios());
      List<ItemPlan> items = new ArrayList<>();
      for (int number = 0; number < size.listings(); number++) {
        int seller = dice.below(size.players());
        Currency currency = dice.of(List.of(Currency.values()));
        long price = price(currency);
        List<TradePlan> trades = new ArrayList<>();
        for (int trade = number; trade < size.trades(); trade += size.listings()) {
          trades.add(trade(trade, scenarios.get(trade), seller, price));
        }
        items.add(
            new ItemPlan(
                number,
                seller,
                dice.of(GAMES),
                name(number),
                currency,
                price,
                dice.chance(100),
                List.copyOf(trades)));
      }
      return List.copyOf(items);
    }

    /** How many trades go which way; whatever is left over is confirmed. */
    private List<Scenario> scenarios() {
      List<Scenario> all = new ArrayList<>();
      Scenario[] rulings = {Scenario.RULED_RELEASE, Scenario.RULED_REFUND, Scenario.RULED_SPLIT};
      for (int dispute = 0; dispute < size.disputes(); dispute++) {
        all.add(rulings[dispute % rulings.length]);
      }
      all.addAll(Collections.nCopies(size.perMille(4), Scenario.RULED_BY_DEFAULT));
      all.addAll(Collections.nCopies(size.perMille(40), Scenario.UNCONTESTED));
      all.addAll(Collections.nCopies(size.perMille(25), Scenario.NOT_DELIVERED));
      all.addAll(Collections.nCopies(size.perMille(25), Scenario.CANCELLED_BY_BOTH));
      all.addAll(Collections.nCopies(size.perMille(6), Scenario.FUNDS_UNAVAILABLE));
      all.addAll(Collections.nCopies(size.trades() - all.size(), Scenario.CONFIRMED));
      return all;
    }

    private TradePlan trade(int number, Scenario scenario, int seller, long price) {
      int buyer = dice.playerBut(size.players(), seller);
      boolean contested = dice.chance(80);
      return new TradePlan(
          number,
          scenario,
          buyer,
          offer(scenario, price),
          contested ? dice.playerBut(size.players(), seller, buyer) : -1,
          dice.chance(500),
          (int) dice.between(1, 999),
          rating(600),
          rating(400),
          dice.chance(scenario.disputed() ? 500 : 40));
    }

    private long offer(Scenario scenario, long price) {
      if (scenario == Scenario.FUNDS_UNAVAILABLE) {
        return BEYOND_MEANS;
      }
      return dice.chance(400) ? dice.between(price - price / 4, price + price / 10) : 0;
    }

    private int rating(int chancePerMille) {
      return dice.chance(chancePerMille) ? (int) dice.between(1, 5) : 0;
    }

    /** Odd units on purpose, so that fees do not divide evenly. */
    private long price(Currency currency) {
      return switch (currency) {
        case USD -> dice.between(99, 25_000);
        case GOLD -> dice.between(7, 5_000);
        case TOKEN -> dice.between(1_000_003, 50_000_000_000L);
      };
    }

    private String name(int number) {
      return dice.of(ADJECTIVES) + " " + dice.of(NOUNS) + " no " + number;
    }
  }
}
