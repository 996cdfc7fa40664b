package io.playledger.verification.proof.escrow;

import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.LogCheck;
import io.playledger.verification.proof.log.LogRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A trade ends as its escrow ended: funds that were placed are out again before the trade is over,
 * and a trade without funds never had any.
 */
final class TradesCheck implements LogCheck {

  private final CheckProblems problems = new CheckProblems(CheckName.TRADES_MATCH_ESCROWS);
  private final Set<String> accepted = new HashSet<>();
  private final Set<String> funded = new HashSet<>();
  private final Map<String, String> ended = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  @Override
  public void see(LogRow row) {
    switch (row.type()) {
      case "OfferAccepted" -> accepted.add(row.text("trade"));
      case "FundsPlacedInEscrow" -> fund(row);
      case "EscrowReleased", "EscrowRefunded", "EscrowSplit" -> settle(row);
      case "TradeCompleted", "TradeCancelled" -> finish(row);
      default -> {
        // nothing to do with a trade's money
      }
    }
  }

  private void fund(LogRow row) {
    String trade = row.text("escrow");
    if (!accepted.contains(trade)) {
      problems.at(row.position(), "funds for a trade that nobody accepted: " + trade);
    }
    if (ended.containsKey(trade)) {
      problems.at(row.position(), "funds for a trade that is over: " + trade);
    }
    if (!funded.add(trade)) {
      problems.at(row.position(), "funded a second time: " + trade);
    }
    open.add(trade);
  }

  private void settle(LogRow row) {
    if (!open.remove(row.text("escrow"))) {
      problems.at(row.position(), "settled without open funds: " + row.text("escrow"));
    }
  }

  private void finish(LogRow row) {
    String trade = row.text("trade");
    String outcome = row.text("outcome");
    if (ended.put(trade, outcome) != null) {
      problems.at(row.position(), "the trade ended a second time: " + trade);
    }
    if (open.contains(trade)) {
      problems.at(
          row.position(), "the trade %s ended (%s) over open funds".formatted(trade, outcome));
    }
    boolean unfunded = outcome.equals("FUNDS_UNAVAILABLE");
    if (accepted.contains(trade) && unfunded == funded.contains(trade)) {
      problems.at(
          row.position(),
          "the trade %s ended as %s, and was %sfunded"
              .formatted(trade, outcome, unfunded ? "" : "never "));
    }
  }

  @Override
  public CheckResult result() {
    return problems.result(
        "%d trades accepted, %d funded, %d over"
            .formatted(accepted.size(), funded.size(), ended.size()));
  }
}
