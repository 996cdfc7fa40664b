package io.playledger.verification.ledger;

import io.playledger.verification.books.Currency;
import io.playledger.verification.day.DaySize;
import io.playledger.verification.day.Dice;
import io.playledger.verification.day.Outlays;
import java.util.ArrayList;
import java.util.List;

/** Payments beside the trades. Equal seeds and sizes give equal plans, on every machine. */
public record LedgerPlan(
    List<TransferPlan> transfers, List<HoldPlan> holds, List<DebitPlan> debits) {

  private static final int LEGS_MAX = 6;

  public static LedgerPlan of(long seed, DaySize size) {
    return new LedgerPlan(transfers(seed, size), holds(seed, size), debits(seed, size));
  }

  private static List<TransferPlan> transfers(long seed, DaySize size) {
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

  private static List<HoldPlan> holds(long seed, DaySize size) {
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

  private static List<DebitPlan> debits(long seed, DaySize size) {
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

  /** The most that each player may have to pay for it. */
  public void reserve(Outlays outlays) {
    for (TransferPlan transfer : transfers) {
      for (TransferPlan.Leg leg : transfer.legs()) {
        outlays.add(transfer.payer(), leg.currency(), leg.units());
        if (transfer.reversed()) {
          outlays.add(leg.payee(), leg.currency(), leg.units());
        }
      }
    }
    holds.forEach(hold -> outlays.add(hold.owner(), hold.currency(), hold.units()));
    debits.forEach(debit -> outlays.add(debit.player(), debit.currency(), debit.units()));
  }

  /** For each player the credits that cover the outlays in each currency, and pocket money. */
  public static List<List<CreditPlan>> credits(long seed, DaySize size, Outlays outlays) {
    Dice dice = new Dice(seed, "credits");
    List<List<CreditPlan>> players = new ArrayList<>();
    for (int number = 0; number < size.players(); number++) {
      List<CreditPlan> credits = new ArrayList<>();
      for (Currency currency : Currency.values()) {
        long needed = outlays.of(number, currency);
        credits.add(new CreditPlan(currency, needed + small(dice, currency), dice.chance(300)));
        if (dice.chance(250)) {
          credits.add(new CreditPlan(currency, small(dice, currency), dice.chance(300)));
        }
      }
      players.add(List.copyOf(credits));
    }
    return List.copyOf(players);
  }

  private static long small(Dice dice, Currency currency) {
    return switch (currency) {
      case USD -> dice.between(1, 2_000);
      case GOLD -> dice.between(1, 300);
      case TOKEN -> dice.between(1, 900_000_000);
    };
  }
}
