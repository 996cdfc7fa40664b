package io.playledger.verification.proof.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The processes that were started in the log and have not ended, with the time of their next step.
 */
final class OpenProcesses implements LogObserver {

  /** Types of the events that it goes by, for a query. */
  static final String EVENTS =
      "\\.(OfferAccepted|FundsPlacedInEscrow|ItemDelivered|DisputeOpened|DeliveryConfirmed"
          + "|CancellationAgreed|DisputeResolved|EscrowReleased|EscrowRefunded|EscrowSplit"
          + "|TradeCompleted|TradeCancelled|HoldPlaced|HoldCaptured|HoldReleased|HoldExpired"
          + "|ListingCreated|ListingReserved|ListingReopened|ListingSold|ListingClosed"
          + "|ListingWithdrawn|ListingExpired)$";

  /**
   * A process that waits.
   *
   * @param what it must do
   * @param due from when on
   */
  record Waiting(String id, String what, Instant due) {}

  private final Map<String, Waiting> trades = new HashMap<>();
  private final Map<String, Waiting> holds = new HashMap<>();
  private final Map<String, Waiting> listings = new HashMap<>();
  private final Map<String, Instant> listingEnds = new HashMap<>();

  @Override
  public void see(LogRow row) {
    switch (row.type()) {
      case "OfferAccepted" -> trade(row, "trade", "fund the escrow", "at");
      case "FundsPlacedInEscrow" ->
          trade(row, "escrow", "refund what is not delivered", "deliverBy");
      case "ItemDelivered" -> trade(row, "escrow", "release what is not contested", "complainBy");
      case "DisputeOpened" -> trade(row, "escrow", "rule by default", "decideBy");
      case "DeliveryConfirmed", "CancellationAgreed", "DisputeResolved" ->
          trade(row, "escrow", "settle the escrow", "at");
      case "EscrowReleased", "EscrowRefunded", "EscrowSplit" ->
          trade(row, "escrow", "finish the trade", "at");
      case "TradeCompleted", "TradeCancelled" -> trades.remove(row.text("trade"));
      case "HoldPlaced" ->
          wait(holds, row.text("hold"), "expire the hold", row.instant("expiresAt"));
      case "HoldCaptured", "HoldReleased", "HoldExpired" -> holds.remove(row.text("hold"));
      case "ListingCreated" -> {
        listingEnds.put(row.text("listing"), row.instant("expiresAt"));
        onSale(row);
      }
      case "ListingReopened" -> onSale(row);
      // it waits for its trade, which has deadlines of its own
      case "ListingReserved" -> wait(listings, row.text("listing"), "wait", Instant.MAX);
      case "ListingSold", "ListingClosed", "ListingWithdrawn", "ListingExpired" -> {
        listings.remove(row.text("listing"));
        listingEnds.remove(row.text("listing"));
      }
      default -> {
        // no process goes by it
      }
    }
  }

  private void trade(LogRow row, String id, String what, String due) {
    wait(trades, row.text(id), what, row.instant(due));
  }

  private void onSale(LogRow row) {
    String listing = row.text("listing");
    wait(listings, listing, "expire the listing", listingEnds.getOrDefault(listing, Instant.MAX));
  }

  private static void wait(Map<String, Waiting> open, String id, String what, Instant due) {
    open.put(id, new Waiting(id, what, due));
  }

  /** Those that had to act before then. */
  List<Waiting> dueBefore(Instant then) {
    return Stream.of(trades, holds, listings)
        .flatMap(open -> open.values().stream())
        .filter(waiting -> waiting.due().isBefore(then))
        .toList();
  }

  /** How many there are, by the name of the saga that leads them. */
  Map<String, Integer> bySaga() {
    return Map.of(
        "sagas.escrow-settlement", trades.size(),
        "sagas.hold-expiry", holds.size(),
        "sagas.listing-expiry", listings.size());
  }
}
