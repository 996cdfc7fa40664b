package io.playledger.verification.report;

import io.playledger.verification.day.Stage;
import io.playledger.verification.day.TradeRecord;
import io.playledger.verification.model.ClientLedger;
import io.playledger.verification.model.Fee;
import io.playledger.verification.plan.Currency;
import io.playledger.verification.plan.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Every trade ended as planned, or by a window that had really ended; its escrow is empty and took
 * the fee that the client reckons. Books the outcome in the client's ledger for the checks after
 * it.
 */
final class OutcomesCheck implements Check {

  @Override
  public String title() {
    return "Trades by outcome (planned / seen)";
  }

  @Override
  public List<String> run(Evidence evidence) {
    Map<String, int[]> table = new TreeMap<>();
    int moved = 0;
    for (TradeRecord trade : evidence.day().trades()) {
      String seen = trade.over() ? trade.outcome() : "OPEN";
      count(table, trade.plannedOutcome(), 0);
      count(table, seen, 1);
      if (!seen.equals(trade.plannedOutcome())) {
        moved++;
      }
      if (trade.over() && !seen.equals("FUNDS_UNAVAILABLE")) {
        examine(evidence, trade);
      }
    }
    List<String> lines = new ArrayList<>();
    table.forEach(
        (outcome, counts) -> lines.add("%-20s %5d / %5d".formatted(outcome, counts[0], counts[1])));
    int started = evidence.day().trades().size();
    int planned = evidence.day().tradesDue();
    lines.add("%-20s %5d / %5d".formatted("all", planned, started));
    lines.add("ended another way than planned, by a window's end: " + moved);
    if (started != planned) {
      evidence.findings().add("trades missing", started + " of " + planned + " came to an offer");
    }
    return lines;
  }

  private static void count(Map<String, int[]> table, String outcome, int column) {
    table.computeIfAbsent(outcome, ignored -> new int[2])[column]++;
  }

  private static void examine(Evidence evidence, TradeRecord trade) {
    JsonNode escrow =
        evidence
            .desk()
            .read(
                evidence.stage().player(trade.plan().buyer()),
                "escrow.read",
                "/escrows/" + trade.id(),
                evidence.seen())
            .data();
    justify(evidence, trade, escrow);
    Currency currency = trade.item().currency();
    if (currency.units(escrow.path("balance").asString("0")) != 0) {
      evidence.findings().add("escrow not empty", trade.plan().step() + ": " + escrow);
    }
    settle(evidence, trade, escrow);
  }

  /** What was not planned needs a window that had ended by then. */
  private static void justify(Evidence evidence, TradeRecord trade, JsonNode escrow) {
    String deadline =
        switch (trade.outcome()) {
          case "NOT_DELIVERED" -> "deliverBy";
          case "UNCONTESTED" -> "complainBy";
          default -> trade.late() || byDefault(trade) ? "decideBy" : "";
        };
    boolean planned = trade.outcome().equals(trade.plannedOutcome());
    if (deadline.isEmpty()) {
      if (!planned) {
        evidence
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
      evidence
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

  private static void settle(Evidence evidence, TradeRecord trade, JsonNode escrow) {
    long toSeller =
        switch (trade.outcome()) {
          case "CONFIRMED", "UNCONTESTED", "RULED_RELEASE" -> trade.units();
          case "RULED_SPLIT" -> trade.units() - trade.splitToBuyer();
          default -> 0;
        };
    int basisPoints = trade.view().path("terms").path("feeBasisPoints").asInt(-1);
    Currency currency = trade.item().currency();
    ClientLedger books = evidence.day().ledger();
    books.settle(
        Stage.account(trade.plan().buyer()),
        Stage.account(trade.item().seller()),
        currency,
        toSeller,
        basisPoints);
    long fee = currency.units(escrow.path("fee").asString("0"));
    if (fee != Fee.on(toSeller, basisPoints)) {
      evidence
          .findings()
          .add("fee differs", trade.plan().step() + ": of " + toSeller + " units: " + escrow);
    }
  }
}
