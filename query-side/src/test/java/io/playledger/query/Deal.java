package io.playledger.query;

import static io.playledger.query.Day.ADA;
import static io.playledger.query.Day.BOB;
import static io.playledger.query.Day.USD;
import static io.playledger.query.Day.at;
import static io.playledger.query.Day.id;
import static io.playledger.query.Day.line;

import io.playledger.api.escrow.event.DisputeOpened;
import io.playledger.api.escrow.event.FundsPlacedInEscrow;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeTerms;
import io.playledger.api.market.event.OfferAccepted;
import io.playledger.api.market.event.OfferMade;
import io.playledger.api.market.event.TradeCancelled;
import io.playledger.api.market.event.TradeCompleted;
import java.time.Duration;
import java.time.Instant;

/** Ada buys from Bob for 4.00 USD. */
public final class Deal {

  public static final TradeTerms TERMS =
      new TradeTerms(
          500, Duration.ofDays(3), Duration.ofDays(2), Duration.ofDays(7), Ruling.REFUND);
  public static final ListingId ITEM = new ListingId(id(900));
  private static final Amount PRICE = new Amount(USD, 400);

  private Deal() {}

  public static TradeId trade(long number) {
    return new TradeId(id(number));
  }

  public static OfferMade offered(ReadTables tables, TradeId trade, int minute) {
    return new OfferMade(trade, ITEM, ADA, BOB, PRICE, tables.says(ADA, "Deal?"), at(minute));
  }

  public static OfferAccepted accepted(TradeId trade, int minute) {
    return new OfferAccepted(trade, ITEM, ADA, BOB, PRICE, TERMS, at(minute));
  }

  public static FundsPlacedInEscrow funded(TradeId trade, long transaction, int minute) {
    return new FundsPlacedInEscrow(
        trade,
        Day.transaction(transaction),
        Postings.of(
            line(AccountId.wallet(ADA), USD, -400, TransactionType.ESCROW_FUNDING),
            line(AccountId.escrow(trade.value()), USD, 400, TransactionType.ESCROW_FUNDING)),
        ADA,
        BOB,
        PRICE,
        TERMS,
        at(minute + 60),
        at(minute));
  }

  public static DisputeOpened disputed(
      ReadTables tables, TradeId trade, Instant decideBy, int minute) {
    return new DisputeOpened(trade, ADA, tables.says(ADA, "It is broken"), decideBy, at(minute));
  }

  public static TradeCompleted completed(TradeId trade, int minute) {
    return new TradeCompleted(trade, ITEM, ADA, BOB, PRICE, TradeOutcome.CONFIRMED, at(minute));
  }

  public static TradeCancelled cancelled(TradeId trade, int minute) {
    return new TradeCancelled(trade, ITEM, ADA, BOB, PRICE, TradeOutcome.NOT_DELIVERED, at(minute));
  }
}
