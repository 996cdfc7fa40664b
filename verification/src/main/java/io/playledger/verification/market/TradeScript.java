package io.playledger.verification.market;

import io.playledger.verification.day.Act;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Expect;
import io.playledger.verification.day.ScriptEnded;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One trade from the offer to as far as its parties take it. */
final class TradeScript {

  /** A crash and a restart in the middle of it included. */
  private static final Duration SAGA_MAX = Duration.ofMinutes(5);

  private static final Set<String> BEFORE_FUNDING = Set.of("OFFERED", "ACCEPTED");

  private final DayStage stage;
  private final MarketRecord record;
  private final Consumer<TradeRecord> dispute;
  private final Consumer<TradeRecord> over;

  /**
   * @param dispute played for a delivered trade whose plan has a dispute
   * @param over played for a trade that has ended
   */
  TradeScript(
      DayStage stage,
      MarketRecord record,
      Consumer<TradeRecord> dispute,
      Consumer<TradeRecord> over) {
    this.stage = stage;
    this.record = record;
    this.dispute = dispute;
    this.over = over;
  }

  /** Plays the trade; tells whether its listing is on sale again afterwards. */
  boolean play(ItemPlan item, TradePlan plan, String listing) {
    TradeRecord trade = record.begin(item, plan);
    String rival = plan.rival() < 0 ? null : offer(item, plan, listing, plan.rival(), "/rival");
    trade.id(offer(item, plan, listing, plan.buyer(), "/offer"));
    Actor seller = stage.player(item.seller());
    see(seller, "trade.read", "/trades/" + trade.id(), stage.player(plan.buyer()));
    must(seller, "trade.accept", plan, "/accept", "/trades/" + trade.id() + "/accept");
    if (rival != null) {
      dismiss(item, plan, rival);
    }
    awaitFunding(trade);
    if (plan.scenario() != Scenario.FUNDS_UNAVAILABLE) {
      goOn(trade);
    }
    if (plan.scenario().endsAtOnce() && !trade.late()) {
      awaitEnd(trade);
      over.accept(trade);
    }
    return trade.over() && reopens(trade.outcome());
  }

  /** Somebody looks at what another has just done, and therefore does not see less than that. */
  private void see(Actor who, String kind, String path, Actor doer) {
    who.saw(doer.seen());
    stage.desk().read(who, kind, path);
  }

  private String offer(ItemPlan item, TradePlan plan, String listing, int buyer, String part) {
    see(stage.player(buyer), "listing.read", "/listings/" + listing, stage.player(item.seller()));
    ObjectNode body = Json.object().put("message", "Still for sale?");
    if (plan.offer() != 0 && buyer == plan.buyer()) {
      body.put("price", item.currency().decimal(plan.offer()));
    }
    String path = "/listings/" + listing + "/offers";
    return stage
        .desk()
        .must(Act.post(stage.player(buyer), "trade.offer", plan.step() + part, path, body))
        .text("trade");
  }

  /** The other offer comes to nothing: its buyer takes it back, or the seller says no. */
  private void dismiss(ItemPlan item, TradePlan plan, String rival) {
    Actor who = stage.player(plan.rivalWithdraws() ? plan.rival() : item.seller());
    String verb = plan.rivalWithdraws() ? "cancel" : "decline";
    must(who, "trade." + verb, plan, "/rival-" + verb, "/trades/" + rival + "/" + verb);
  }

  private void awaitFunding(TradeRecord trade) {
    see(trade, view -> !BEFORE_FUNDING.contains(view.path("status").asString("")));
    if (BEFORE_FUNDING.contains(trade.view().path("status").asString(""))) {
      stage.findings().add("never funded", trade.plan().step() + ": " + trade.view());
      throw new ScriptEnded(trade.plan().step());
    }
  }

  /** One that has not ended by then is looked at again when the day closes. */
  private void awaitEnd(TradeRecord trade) {
    see(trade, TradeRecord::over);
  }

  private void see(TradeRecord trade, Predicate<JsonNode> wanted) {
    Actor buyer = stage.player(trade.plan().buyer());
    trade.view(stage.watch().until(buyer, "trade.read", "/trades/" + trade.id(), wanted, SAGA_MAX));
  }

  private void goOn(TradeRecord trade) {
    switch (trade.plan().scenario()) {
      case CONFIRMED -> {
        if (deliver(trade)) {
          confirm(trade);
        }
      }
      case UNCONTESTED -> deliver(trade);
      case NOT_DELIVERED, FUNDS_UNAVAILABLE -> {}
      case CANCELLED_BY_BOTH -> cancel(trade);
      case RULED_RELEASE, RULED_REFUND, RULED_SPLIT, RULED_BY_DEFAULT -> {
        if (deliver(trade)) {
          dispute.accept(trade);
        }
      }
    }
  }

  private boolean deliver(TradeRecord trade) {
    ObjectNode body = Json.object().put("proof", "Handed over at the fountain, " + trade.id());
    Act act =
        Act.post(
            stage.player(trade.item().seller()),
            "trade.deliver",
            trade.plan().step() + "/deliver",
            "/trades/" + trade.id() + "/deliver",
            body);
    return inTime(trade, stage.desk().perform(act, Expect.successOr(TradeRecord.TOO_LATE)));
  }

  private void confirm(TradeRecord trade) {
    Actor buyer = stage.player(trade.plan().buyer());
    String path = "/trades/" + trade.id() + "/confirm";
    String step = trade.plan().step() + "/confirm";
    Act act = Act.post(buyer, "trade.confirm", step, path);
    boolean done = inTime(trade, stage.desk().perform(act, Expect.successOr(TradeRecord.TOO_LATE)));
    if (done && trade.plan().insists()) {
      stage
          .desk()
          .perform(
              Act.post(buyer, "trade.confirm", step + "-twice", path),
              Expect.refused("ESCROW_ALREADY_CONFIRMED", "ESCROW_FINISHED"));
    }
  }

  private void cancel(TradeRecord trade) {
    String path = "/trades/" + trade.id() + "/cancel";
    for (int side : new int[] {trade.plan().buyer(), trade.item().seller()}) {
      String step = trade.plan().step() + "/cancel-" + side;
      Act act = Act.post(stage.player(side), "trade.cancel", step, path);
      if (!inTime(trade, stage.desk().perform(act, Expect.successOr(TradeRecord.TOO_LATE)))) {
        return;
      }
    }
  }

  private static boolean inTime(TradeRecord trade, ApiReply reply) {
    if (!reply.ok()) {
      trade.cameLate();
    }
    return reply.ok();
  }

  private void must(Actor who, String kind, TradePlan plan, String part, String path) {
    stage.desk().must(Act.post(who, kind, plan.step() + part, path));
  }

  private static boolean reopens(String outcome) {
    return outcome.equals("CANCELLED_BY_BOTH") || outcome.equals("FUNDS_UNAVAILABLE");
  }
}
