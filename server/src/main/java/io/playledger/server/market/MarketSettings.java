package io.playledger.server.market;

import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeTerms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the market, {@code playledger.market.*}. A trade keeps those that were in force when
 * it was accepted.
 *
 * @param feeBasisPoints the platform's share of what a seller receives, 0 to 10,000; rounded down
 * @param deliveryWindow from funding to delivery; without a delivery the funds are refunded
 * @param complaintWindow from delivery to the release of the funds without complaint
 * @param arbitrationWindow from dispute to the default ruling
 * @param defaultRuling RELEASE or REFUND: the ruling if no moderator decides in time
 * @param listingTime lifetime of a listing without an expiry; at most 90 days
 */
@Validated
@ConfigurationProperties("playledger.market")
public record MarketSettings(
    @DefaultValue("500") @Min(0) @Max(TradeTerms.BASIS_POINTS) int feeBasisPoints,
    @DefaultValue("3d") @NotNull @DurationMin(seconds = 1) Duration deliveryWindow,
    @DefaultValue("2d") @NotNull @DurationMin(seconds = 1) Duration complaintWindow,
    @DefaultValue("7d") @NotNull @DurationMin(seconds = 1) Duration arbitrationWindow,
    @DefaultValue("REFUND") @NotNull Ruling defaultRuling,
    @DefaultValue("30d") @NotNull @DurationMin(seconds = 1) Duration listingTime) {

  /** The terms of a trade that is accepted now. */
  public TradeTerms terms() {
    return new TradeTerms(
        feeBasisPoints, deliveryWindow, complaintWindow, arbitrationWindow, defaultRuling);
  }
}
