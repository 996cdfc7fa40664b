package io.playledger.verification.proof.escrow;

import io.playledger.verification.proof.log.LogRow;
import io.playledger.verification.proof.log.OpenProcesses;
import java.util.Set;

/** Accepted trades until they are completed or cancelled. */
public final class OpenTrades extends OpenProcesses {

  @Override
  public String saga() {
    return "sagas.escrow-settlement";
  }

  @Override
  public Set<String> events() {
    return Set.of(
        "OfferAccepted",
        "FundsPlacedInEscrow",
        "ItemDelivered",
        "DisputeOpened",
        "DeliveryConfirmed",
        "CancellationAgreed",
        "DisputeResolved",
        "EscrowReleased",
        "EscrowRefunded",
        "EscrowSplit",
        "TradeCompleted",
        "TradeCancelled");
  }

  @Override
  public void see(LogRow row) {
    switch (row.type()) {
      case "OfferAccepted" -> next(row, "trade", "fund the escrow", "at");
      case "FundsPlacedInEscrow" ->
          next(row, "escrow", "refund what is not delivered", "deliverBy");
      case "ItemDelivered" -> next(row, "escrow", "release what is not contested", "complainBy");
      case "DisputeOpened" -> next(row, "escrow", "rule by default", "decideBy");
      case "DeliveryConfirmed", "CancellationAgreed", "DisputeResolved" ->
          next(row, "escrow", "settle the escrow", "at");
      case "EscrowReleased", "EscrowRefunded", "EscrowSplit" ->
          next(row, "escrow", "finish the trade", "at");
      case "TradeCompleted", "TradeCancelled" -> over(row.text("trade"));
      default -> {
        // no trade goes by it
      }
    }
  }

  private void next(LogRow row, String id, String what, String due) {
    waiting(row.text(id), what, row.instant(due));
  }
}
