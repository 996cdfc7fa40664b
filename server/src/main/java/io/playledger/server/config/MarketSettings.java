package io.playledger.server.config;

import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeTerms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The terms that a trade is accepted under; a trade keeps those it started with.
 *
 * @param feeBasisPoints of the price, to {@code system:fees}, rounded down
 * @param deliveryWindow the seller's time to deliver after the funds are in escrow
 * @param complaintWindow the buyer's time to complain after the delivery
 * @param arbitrationWindow the arbiter's time to decide a dispute
 * @param defaultRuling what happens where no arbiter decides in time: RELEASE or REFUND
 */
@Validated
@ConfigurationProperties("playledger.market")
public record MarketSettings(
    @DefaultValue("500") @Min(0) @Max(TradeTerms.BASIS_POINTS) int feeBasisPoints,
    @DefaultValue("3d") Duration deliveryWindow,
    @DefaultValue("2d") Duration complaintWindow,
    @DefaultValue("7d") Duration arbitrationWindow,
    @DefaultValue("REFUND") Ruling defaultRuling) {

  /** Refuses windows that are not between a second and a year. */
  public MarketSettings {
    requireWindow("delivery-window", deliveryWindow);
    requireWindow("complaint-window", complaintWindow);
    requireWindow("arbitration-window", arbitrationWindow);
  }

  /** As a trade carries them. */
  public TradeTerms terms() {
    return new TradeTerms(
        feeBasisPoints, deliveryWindow, complaintWindow, arbitrationWindow, defaultRuling);
  }

  private static void requireWindow(String name, Duration window) {
    if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(Duration.ofDays(365)) > 0) {
      throw new IllegalArgumentException(
          "playledger.market." + name + " must be 1 second to 365 days, not " + window);
    }
  }
}
