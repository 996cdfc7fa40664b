package io.playledger.verification.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * The whole day. Equal seeds and sizes give equal plans.
 *
 * @param browsers player numbers who search and read feeds, once each time they appear
 * @param troublemakers player numbers who send bad input of every kind
 */
public record DayPlan(
    long seed,
    DaySize size,
    List<PlayerPlan> players,
    List<ItemPlan> items,
    List<TransferPlan> transfers,
    List<HoldPlan> holds,
    List<DebitPlan> debits,
    List<Integer> browsers,
    List<Integer> troublemakers) {

  /** Every trade of every item. */
  public Stream<TradePlan> trades() {
    return items.stream().flatMap(item -> item.trades().stream());
  }
}
