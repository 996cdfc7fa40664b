package io.playledger.verification.plan;

import java.util.ArrayList;
import java.util.List;

/** Payments beside the trades, and the credits that cover everything. */
final class MoneyPlanner {

  private static final int LEGS_MAX = 6;

  private final long seed;
  private final DaySize size;

  MoneyPlanner(long seed, DaySize size) {
    this.seed = seed;
    this.size = size;
  }

  List<TransferPlan> transfers() {
    Dice dice = new Dice(seed, "transfers");
    List<TransferPlan> transfers = new ArrayList<>();
    for (int number = 0; number < size.transfers(); number++) {
      int payer = dice.below(size.players());
      int legs = dice.chance(300) ? (int) dice.between(2, LEGS_MAX) : 1;
      List<TransferPlan.Leg> all = new ArrayList<>();
      for (int leg = 0; leg < legs; leg++) {
        Currency currency = dice.of(List.of(Currency.values()));
        int payee = dice.playerBut(size.players(), payer);
        all.add(new TransferPlan.Leg(payee, currency, small(dice, currency)));
      }
      transfers.add(
          new TransferPlan(number, payer, List.copyOf(all), dice.chance(150), dice.chance(60)));
    }
    return List.copyOf(transfers);
  }

  List<HoldPlan> holds() {
    Dice dice = new Dice(seed, "holds");
    HoldPlan.End[] ends = HoldPlan.End.values();
    List<HoldPlan> holds = new ArrayList<>();
    for (int number = 0; number < size.holds(); number++) {
      int owner = dice.below(size.players());
      int payee = dice.playerBut(size.players(), owner);
      Currency currency = dice.of(List.of(Currency.values()));
      long units = small(dice, currency);
      HoldPlan.End end = ends[number % ends.length];
      long captured = end == HoldPlan.End.CAPTURED ? dice.between(1, units) : 0;
      holds.add(new HoldPlan(number, owner, payee, currency, units, end, captured));
    }
    return List.copyOf(holds);
  }

  List<DebitPlan> debits() {
    Dice dice = new Dice(seed, "debits");
    List<DebitPlan> debits = new ArrayList<>();
    for (int number = 0; number < Math.max(2, size.players() / 10); number++) {
      Currency currency = dice.of(List.of(Currency.values()));
      debits.add(
          new DebitPlan(
              number,
              dice.below(size.players()),
              currency,
              small(dice, currency),
              dice.chance(500)));
    }
    return List.copyOf(debits);
  }

  /** Credits that cover the player's outlays in each currency, and pocket money. */
  List<PlayerPlan> players(Outlays outlays) {
    Dice dice = new Dice(seed, "players");
    List<PlayerPlan> players = new ArrayList<>();
    for (int number = 0; number < size.players(); number++) {
      List<PlayerPlan.CreditPlan> credits = new ArrayList<>();
      for (Currency currency : Currency.values()) {
        long needed = outlays.of(number, currency);
        credits.add(
            new PlayerPlan.CreditPlan(currency, needed + small(dice, currency), dice.chance(300)));
        if (dice.chance(250)) {
          credits.add(new PlayerPlan.CreditPlan(currency, small(dice, currency), dice.chance(300)));
        }
      }
      players.add(new PlayerPlan(number, List.copyOf(credits), scores(dice)));
    }
    return List.copyOf(players);
  }

  /** Multiples of 50, so that some players tie. */
  private static List<Long> scores(Dice dice) {
    List<Long> scores = new ArrayList<>();
    for (int increments = (int) dice.between(1, 3); increments > 0; increments--) {
      scores.add(50 * dice.between(1, 10));
    }
    return List.copyOf(scores);
  }

  private static long small(Dice dice, Currency currency) {
    return switch (currency) {
      case USD -> dice.between(1, 2_000);
      case GOLD -> dice.between(1, 300);
      case TOKEN -> dice.between(1, 900_000_000);
    };
  }
}
