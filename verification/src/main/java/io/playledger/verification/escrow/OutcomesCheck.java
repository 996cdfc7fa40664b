package io.playledger.verification.escrow;

import io.playledger.verification.books.ClientLedger;
import io.playledger.verification.books.Currency;
import io.playledger.verification.books.Fee;
import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.market.MarketRecord;
import io.playledger.verification.market.Scenario;
import io.playledger.verification.market.TradeRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Checks that every trade ended as planned, or by a window that had really ended, that its escrow
 * is empty, and that the fee is the one that the client computes. Records the outcome in the
 * client's ledger for later checks.
 */
final class OutcomesCheck implements DayCheck {

  private final MarketRecord record;

  OutcomesCheck(MarketRecord record) {
    this.record = record;
  }

  @Override
  public String title() {
    return "Trades by outcome (planned / seen)";
  }

  @Override
  public List<String> run(DayStage stage) {
    Map<String, int[]> table = new TreeMap<>();
    int moved = 0;
    for (TradeRecord trade : record.trades()) {
      String seen = trade.over() ? trade.outcome() : "OPEN";
      count(table, trade.plannedOutcome(), 0);
      count(table, seen, 1);
      if (!seen.equals(trade.plannedOutcome())) {
        moved++;
      }
      if (trade.over() && !seen.equals("FUNDS_UNAVAILABLE")) {
        examine(stage, trade);
      }
    }
    List<String> lines = new ArrayList<>();
    table.forEach(
        (outcome, counts) -> lines.add("%-20s %5d / %5d".formatted(outcome, counts[0], counts[1])));
    int started = record.trades().size();
    int planned = record.tradesDue();
    lines.add("%-20s %5d / %5d".formatted("all", planned, started));
    lines.add("ended another way than planned, by a window's end: " + moved);
    if (started != planned) {
      stage.findings().add("trades missing", started + " of " + planned + " came to an offer");
    }
    return lines;
  }

  private static void count(Map<String, int[]> table, String outcome, int column) {
    table.computeIfAbsent(outcome, ignored -> new int[2])[column]++;
  }

  private static void examine(DayStage stage, TradeRecord trade) {
    JsonNode escrow =
        stage
            .desk()
            .read(
                stage.player(trade.plan().buyer()),
                "escrow.read",
                "/escrows/" + trade.id(),
                stage.seen())
            .data();
    justify(stage, trade, escrow);
    Currency currency = trade.item().currency();
    if (currency.units(escrow.path("balance").asString("0")) != 0) {
      stage.findings().add("escrow not empty", trade.plan().step() + ": " + escrow);
    }
    settle(stage, trade, escrow);
  }

  /** What was not planned needs a window that had ended by then. */
  private static void justify(DayStage stage, TradeRecord trade, JsonNode escrow) {
    String deadline =
        switch (trade.outcome()) {
          case "NOT_DELIVERED" -> "deliverBy";
          case "UNCONTESTED" -> "complainBy";
          default -> trade.late() || byDefault(trade) ? "decideBy" : "";
        };
    boolean planned = trade.outcome().equals(trade.plannedOutcome());
    if (deadline.isEmpty()) {
      if (!planned) {
        stage
            .findings()
            .add(
                "outcome not as planned",
                trade.plan().step() + ": " + trade.plannedOutcome() + " became " + trade.outcome());
      }
      return;
    }
    String ended = escrow.path(deadline).asString("");
    String settled = escrow.path("settledAt").asString("");
    if (ended.isEmpty()
        || settled.isEmpty()
        || Instant.parse(settled).isBefore(Instant.parse(ended))) {
      stage
          .findings()
          .add(
              "settled before the window's end",
              trade.plan().step()
                  + ": "
                  + trade.outcome()
                  + " at "
                  + settled
                  + ", "
                  + deadline
                  + " "
                  + ended);
    }
  }

  private static boolean byDefault(TradeRecord trade) {
    return trade.plan().scenario() == Scenario.RULED_BY_DEFAULT;
  }

  private static void settle(DayStage stage, TradeRecord trade, JsonNode escrow) {
    long toSeller =
        switch (trade.outcome()) {
          case "CONFIRMED", "UNCONTESTED", "RULED_RELEASE" -> trade.units();
          case "RULED_SPLIT" -> trade.units() - trade.splitToBuyer();
          default -> 0;
        };
    int basisPoints = trade.view().path("terms").path("feeBasisPoints").asInt(-1);
    Currency currency = trade.item().currency();
    ClientLedger books = stage.books();
    books.settle(
        DayStage.account(trade.plan().buyer()),
        DayStage.account(trade.item().seller()),
        currency,
        toSeller,
        basisPoints);
    long fee = currency.units(escrow.path("fee").asString("0"));
    if (fee != Fee.on(toSeller, basisPoints)) {
      stage
          .findings()
          .add("fee differs", trade.plan().step() + ": of " + toSeller + " units: " + escrow);
    }
  }
}
