package io.playledger.command.market;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.gold;
import static io.playledger.command.Samples.listing;
import static io.playledger.command.Samples.text;
import static io.playledger.command.Samples.trade;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeTerms;
import io.playledger.api.market.command.AcceptOffer;
import io.playledger.api.market.command.CreateListing;
import io.playledger.api.market.command.FinishTrade;
import io.playledger.api.market.command.MakeOffer;
import java.time.Duration;
import java.time.Instant;

/** A listing of {@code ANNA} that {@code BERT} buys. */
public final class MarketSamples {

  public static final ListingId LISTING = listing(1);
  public static final TradeId TRADE = trade(1);
  public static final Instant EXPIRES_AT = NOW.plusSeconds(3600);
  public static final TradeTerms TERMS =
      new TradeTerms(
          250, Duration.ofHours(3), Duration.ofHours(2), Duration.ofHours(7), Ruling.REFUND);

  private MarketSamples() {}

  public static CreateListing create() {
    return create(100, EXPIRES_AT);
  }

  static CreateListing create(long price, Instant expiresAt) {
    return new CreateListing(
        LISTING, ANNA, "minecraft", text(ANNA), text(ANNA), gold(price), expiresAt, NOW);
  }

  public static MakeOffer offer() {
    return offer(TRADE, BERT, gold(90));
  }

  static MakeOffer offer(TradeId trade, PlayerId buyer, Amount price) {
    return new MakeOffer(trade, LISTING, buyer, price, text(buyer), NOW);
  }

  public static AcceptOffer accept() {
    return accept(TRADE);
  }

  static AcceptOffer accept(TradeId trade) {
    return new AcceptOffer(trade, ANNA, TERMS, NOW);
  }

  public static FinishTrade finish(TradeOutcome outcome) {
    return new FinishTrade(TRADE, outcome, NOW);
  }
}
