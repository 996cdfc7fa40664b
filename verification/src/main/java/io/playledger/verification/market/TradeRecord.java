package io.playledger.verification.market;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What became of a trade, as far as the client knows. */
public final class TradeRecord {

  /** Codes that tell a party that a window has ended meanwhile. */
  public static final Set<String> TOO_LATE =
      Set.of(
          "ESCROW_FINISHED",
          "COMPLAINT_WINDOW_ENDED",
          "DELIVERY_WINDOW_ENDED",
          "ESCROW_NOT_DISPUTED",
          "TRADE_ALREADY_FINISHED");

  private static final Set<String> OVER = Set.of("COMPLETED", "CANCELLED", "DECLINED", "WITHDRAWN");

  private final ItemPlan item;
  private final TradePlan plan;
  private volatile @Nullable String id;
  private volatile JsonNode view = MissingNode.getInstance();
  private volatile boolean late;
  private volatile boolean reviewedByBuyer;
  private volatile boolean reviewedBySeller;

  TradeRecord(ItemPlan item, TradePlan plan) {
    this.item = item;
    this.plan = plan;
  }

  public ItemPlan item() {
    return item;
  }

  public TradePlan plan() {
    return plan;
  }

  /** The server's id; none: the offer is not acknowledged yet. */
  public @Nullable String id() {
    return id;
  }

  void id(String given) {
    id = given;
  }

  /** The newest view that was read. */
  public JsonNode view() {
    return view;
  }

  void view(JsonNode newest) {
    view = newest;
  }

  public boolean over() {
    return over(view);
  }

  static boolean over(JsonNode view) {
    return OVER.contains(view.path("status").asString(""));
  }

  /** How it ended; empty until then. */
  public String outcome() {
    return over() ? view.path("outcome").asString("") : "";
  }

  public boolean completed() {
    return "COMPLETED".equals(view.path("status").asString(""));
  }

  /** Whether a party acted after a window had ended, so that it went another way than planned. */
  public boolean late() {
    return late;
  }

  /** A party acted after a window had ended. */
  public void cameLate() {
    late = true;
  }

  public boolean reviewedByBuyer() {
    return reviewedByBuyer;
  }

  public boolean reviewedBySeller() {
    return reviewedBySeller;
  }

  /** One side's review was acknowledged. */
  public void reviewed(boolean byBuyer) {
    if (byBuyer) {
      reviewedByBuyer = true;
    } else {
      reviewedBySeller = true;
    }
  }

  /** Units that the trade moves. */
  public long units() {
    return item.priceOf(plan);
  }

  /** The buyer's units of a split, rounded down. */
  public long splitToBuyer() {
    return units() / 1000 * plan.buyerPermille() + units() % 1000 * plan.buyerPermille() / 1000;
  }

  /** The outcome that the plan asks for; a default ruling follows the trade's own terms. */
  public String plannedOutcome() {
    if (plan.scenario() != Scenario.RULED_BY_DEFAULT) {
      return plan.scenario().name();
    }
    return "RULED_" + view.path("terms").path("defaultRuling").asString("");
  }
}
