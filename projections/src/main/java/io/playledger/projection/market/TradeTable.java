package io.playledger.projection.market;

import static io.playledger.projection.jooq.tables.Review.REVIEW;
import static io.playledger.projection.jooq.tables.Trade.TRADE;

import io.playledger.api.market.OfferAccepted;
import io.playledger.api.market.OfferMade;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeReviewed;
import io.playledger.api.market.TradeStatus;
import io.playledger.projection.MissingRowException;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Rows of trades and of their reviews. */
final class TradeTable {

  private final DSLContext sql;

  TradeTable(DSLContext sql) {
    this.sql = sql;
  }

  void offer(OfferMade event, long position) {
    sql.insertInto(TRADE)
        .set(TRADE.ID, event.trade())
        .set(TRADE.LISTING, event.listing())
        .set(TRADE.BUYER, event.buyer())
        .set(TRADE.SELLER, event.seller())
        .set(TRADE.ASSET, event.price().asset())
        .set(TRADE.PRICE_UNITS, event.price().units())
        .set(TRADE.STATUS, TradeStatus.OFFERED)
        .set(TRADE.MESSAGE, event.message())
        .set(TRADE.REVIEWED_BY_BUYER, false)
        .set(TRADE.REVIEWED_BY_SELLER, false)
        .set(TRADE.OFFERED_AT, event.at())
        .set(TRADE.POSITION, position)
        .execute();
  }

  void accept(OfferAccepted event) {
    int rows =
        sql.update(TRADE)
            .set(TRADE.STATUS, TradeStatus.ACCEPTED)
            .set(TRADE.TERMS, event.terms())
            .set(TRADE.ACCEPTED_AT, event.at())
            .where(TRADE.ID.eq(event.trade()))
            .execute();
    MissingRowException.unlessOne(rows, TRADE, event.trade());
  }

  void turn(TradeId trade, TradeStatus status) {
    int rows = sql.update(TRADE).set(TRADE.STATUS, status).where(TRADE.ID.eq(trade)).execute();
    MissingRowException.unlessOne(rows, TRADE, trade);
  }

  /** Ends a trade; a declined or withdrawn offer has no outcome. */
  void finish(TradeId trade, TradeStatus status, TradeOutcome outcome, Instant at) {
    int rows =
        sql.update(TRADE)
            .set(TRADE.STATUS, status)
            .set(TRADE.OUTCOME, outcome)
            .set(TRADE.FINISHED_AT, at)
            .where(TRADE.ID.eq(trade))
            .execute();
    MissingRowException.unlessOne(rows, TRADE, trade);
  }

  void review(TradeReviewed event, long position) {
    sql.insertInto(REVIEW)
        .set(REVIEW.TRADE, event.trade())
        .set(REVIEW.REVIEWER, event.reviewer())
        .set(REVIEW.REVIEWED, event.reviewed())
        .set(REVIEW.RATING, event.rating())
        .set(REVIEW.COMMENT, event.comment())
        .set(REVIEW.AT, event.at())
        .set(REVIEW.POSITION, position)
        .execute();
    int rows =
        sql.update(TRADE)
            .set(
                TRADE.REVIEWED_BY_BUYER,
                DSL.field(TRADE.REVIEWED_BY_BUYER.isTrue().or(TRADE.BUYER.eq(event.reviewer()))))
            .set(
                TRADE.REVIEWED_BY_SELLER,
                DSL.field(TRADE.REVIEWED_BY_SELLER.isTrue().or(TRADE.SELLER.eq(event.reviewer()))))
            .where(TRADE.ID.eq(event.trade()))
            .execute();
    MissingRowException.unlessOne(rows, TRADE, event.trade());
  }
}
