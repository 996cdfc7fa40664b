package io.playledger.verification.plan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The most that each player may have to pay out in the day, so that the credits before it cover
 * every payment in whatever order the payments fall.
 */
final class Outlays {

  private final List<Map<Currency, Long>> byPlayer;

  Outlays(int players) {
    byPlayer =
        IntStream.range(0, players)
            .<Map<Currency, Long>>mapToObj(player -> new EnumMap<>(Currency.class))
            .toList();
  }

  void add(int player, Currency currency, long units) {
    byPlayer.get(player).merge(currency, units, Math::addExact);
  }

  long of(int player, Currency currency) {
    return byPlayer.get(player).getOrDefault(currency, 0L);
  }

  void addItems(List<ItemPlan> items) {
    for (ItemPlan item : items) {
      for (TradePlan trade : item.trades()) {
        if (trade.scenario() != Scenario.FUNDS_UNAVAILABLE) {
          add(trade.buyer(), item.currency(), item.priceOf(trade));
        }
      }
    }
  }

  void addTransfers(List<TransferPlan> transfers) {
    for (TransferPlan transfer : transfers) {
      for (TransferPlan.Leg leg : transfer.legs()) {
        add(transfer.payer(), leg.currency(), leg.units());
        if (transfer.reversed()) {
          add(leg.payee(), leg.currency(), leg.units());
        }
      }
    }
  }

  void addHolds(List<HoldPlan> holds) {
    holds.forEach(hold -> add(hold.owner(), hold.currency(), hold.units()));
  }

  void addDebits(List<DebitPlan> debits) {
    debits.forEach(debit -> add(debit.player(), debit.currency(), debit.units()));
  }
}
