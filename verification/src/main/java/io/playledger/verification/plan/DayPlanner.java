package io.playledger.verification.plan;

import java.util.ArrayList;
import java.util.List;

/** Works the whole day out from a seed. */
public final class DayPlanner {

  private DayPlanner() {}

  /** Equal seeds and sizes give equal plans, on every machine. */
  public static DayPlan plan(long seed, DaySize size) {
    MoneyPlanner money = new MoneyPlanner(seed, size);
    List<ItemPlan> items = new ItemPlanner(seed, size).items();
    List<TransferPlan> transfers = money.transfers();
    List<HoldPlan> holds = money.holds();
    List<DebitPlan> debits = money.debits();
    Outlays outlays = new Outlays(size.players());
    outlays.addItems(items);
    outlays.addTransfers(transfers);
    outlays.addHolds(holds);
    outlays.addDebits(debits);
    return new DayPlan(
        seed,
        size,
        money.players(outlays),
        items,
        transfers,
        holds,
        debits,
        some(seed, "browsers", size, size.players()),
        some(seed, "troublemakers", size, Math.max(1, size.players() / 40)));
  }

  private static List<Integer> some(long seed, String part, DaySize size, int count) {
    Dice dice = new Dice(seed, part);
    List<Integer> players = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      players.add(dice.below(size.players()));
    }
    return List.copyOf(players);
  }
}
