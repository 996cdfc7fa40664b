package io.playledger.verification.market;

import io.playledger.verification.day.Crew.Script;
import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.DayPart;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Outlays;
import io.playledger.verification.day.Troublemaker;
import io.playledger.verification.http.Actor;
import io.playledger.verification.ledger.Anchor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Items are listed and traded. What follows from a trade is played by the parts that ask for it.
 */
public final class MarketPart implements DayPart {

  private static final Duration WINDOWS_MAX = Duration.ofMinutes(5);
  private static final int EXPIRING_LISTINGS = 3;

  private final DayStage stage;
  private final MarketPlan plan;
  private final MarketRecord record = new MarketRecord();
  private final List<Consumer<TradeRecord>> disputes = new ArrayList<>();
  private final List<Consumer<TradeRecord>> ends = new ArrayList<>();

  public MarketPart(DayStage stage) {
    this.stage = stage;
    this.plan = MarketPlan.of(stage.seed(), stage.size());
  }

  /** Run for a delivered trade whose plan has a dispute. */
  public void whenToDispute(Consumer<TradeRecord> dispute) {
    disputes.add(dispute);
  }

  /** Run for a trade that has ended, however it ended. */
  public void whenOver(Consumer<TradeRecord> end) {
    ends.add(end);
  }

  /** What has happened so far. */
  public MarketRecord record() {
    return record;
  }

  @Override
  public void reserve(Outlays outlays) {
    plan.reserve(outlays);
  }

  @Override
  public List<Script> scripts() {
    List<Script> all = new ArrayList<>();
    TradeScript trades =
        new TradeScript(
            stage, record, trade -> disputes.forEach(dispute -> dispute.accept(trade)), this::over);
    ItemScript items = new ItemScript(stage, record, trades);
    for (ItemPlan item : plan.items()) {
      all.add(new Script(item.step(), () -> items.play(item)));
    }
    ExpiringListingScript expiring = new ExpiringListingScript(stage, record, new Anchor(stage));
    for (ItemPlan item :
        plan.items().subList(0, Math.min(EXPIRING_LISTINGS, plan.items().size()))) {
      all.add(new Script(item.step() + "/expiring", () -> expiring.play(item)));
    }
    return all;
  }

  @Override
  public void visit(Actor visitor, int visit) {
    new BrowseScript(stage).play(visitor, visit);
  }

  @Override
  public void misuse(Troublemaker trouble) {
    new MarketMisuse(trouble).play();
  }

  /** Waits for the windows to end, then plays what follows from trades that ended late. */
  @Override
  public List<Script> closing() {
    return record.trades().stream()
        .filter(trade -> trade.id() != null)
        .filter(trade -> !trade.over() || !trade.plan().scenario().endsAtOnce())
        .map(trade -> new Script(trade.plan().step() + "/end", () -> end(trade)))
        .toList();
  }

  private void end(TradeRecord trade) {
    Actor buyer = stage.player(trade.plan().buyer());
    String path = "/trades/" + trade.id();
    trade.view(stage.watch().until(buyer, "trade.read", path, TradeRecord::over, WINDOWS_MAX));
    if (trade.over()) {
      over(trade);
    } else {
      stage.findings().add("never settled", trade.plan().step() + ": " + trade.view());
    }
  }

  private void over(TradeRecord trade) {
    ends.forEach(end -> end.accept(trade));
  }

  @Override
  public List<DayCheck> checks() {
    return List.of(new ListingsCheck(record));
  }

  @Override
  public List<String> counts() {
    return List.of(record.itemsOffered() + " items", record.trades().size() + " trades");
  }
}
