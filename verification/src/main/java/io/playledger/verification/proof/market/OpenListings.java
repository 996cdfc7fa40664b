package io.playledger.verification.proof.market;

import io.playledger.verification.proof.log.LogRow;
import io.playledger.verification.proof.log.OpenProcesses;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Listings until they are sold, closed, withdrawn or expired. */
public final class OpenListings extends OpenProcesses {

  private final Map<String, Instant> ends = new HashMap<>();

  @Override
  public String saga() {
    return "sagas.listing-expiry";
  }

  @Override
  public Set<String> events() {
    return Set.of(
        "ListingCreated",
        "ListingReserved",
        "ListingReopened",
        "ListingSold",
        "ListingClosed",
        "ListingWithdrawn",
        "ListingExpired");
  }

  @Override
  public void see(LogRow row) {
    String listing = row.text("listing");
    switch (row.type()) {
      case "ListingCreated" -> {
        ends.put(listing, row.instant("expiresAt"));
        onSale(listing);
      }
      case "ListingReopened" -> onSale(listing);
      // it waits for its trade, which has deadlines of its own
      case "ListingReserved" -> waiting(listing, "wait", Instant.MAX);
      case "ListingSold", "ListingClosed", "ListingWithdrawn", "ListingExpired" -> {
        over(listing);
        ends.remove(listing);
      }
      default -> {
        // no listing goes by it
      }
    }
  }

  private void onSale(String listing) {
    waiting(listing, "expire the listing", ends.getOrDefault(listing, Instant.MAX));
  }
}
