package io.playledger.projection.market;

import static io.playledger.projection.jooq.tables.Review.REVIEW;
import static io.playledger.projection.jooq.tables.Trade.TRADE;

import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeStatus;
import io.playledger.api.market.event.OfferAccepted;
import io.playledger.api.market.event.OfferMade;
import io.playledger.api.market.event.TradeReviewed;
import io.playledger.projection.MissingRowException;
import io.playledger.projection.MultiRow;
import io.playledger.projection.TableBatch;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Changes of a batch to trades and their reviews. */
final class TradeTable {

  private static final MultiRow REVIEWS =
      MultiRow.of(
          REVIEW,
          REVIEW.TRADE,
          REVIEW.REVIEWER,
          REVIEW.REVIEWED,
          REVIEW.RATING,
          REVIEW.COMMENT,
          REVIEW.AT,
          REVIEW.POSITION);
  private static final String ADD_REVIEWS = REVIEWS.insert();
  private static final MultiRow REVIEWERS = MultiRow.of(REVIEW, REVIEW.TRADE, REVIEW.REVIEWER);

  // both sides can review in one batch, and an update accepts only one row per trade
  private static final String MARK_REVIEWED =
      """
      UPDATE trade AS t
      SET reviewed_by_buyer = t.reviewed_by_buyer OR t.buyer = ANY (r.reviewers),
          reviewed_by_seller = t.reviewed_by_seller OR t.seller = ANY (r.reviewers)
      FROM (SELECT v.trade, array_agg(v.reviewer) AS reviewers FROM %s GROUP BY v.trade) AS r
      WHERE t.id = r.trade
      RETURNING t.id
      """
          .formatted(REVIEWERS.source());

  private final TableBatch<TradeId> trades = new TableBatch<>(TRADE, TRADE.ID);
  private final MultiRow.Rows reviews = REVIEWS.rows();
  private final MultiRow.Rows reviewers = REVIEWERS.rows();
  private final Set<TradeId> reviewed = new LinkedHashSet<>();

  void offer(OfferMade event, long position) {
    trades
        .insert(event.trade())
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
        .set(TRADE.POSITION, position);
  }

  void accept(OfferAccepted event) {
    trades
        .update(event.trade())
        .set(TRADE.STATUS, TradeStatus.ACCEPTED)
        .set(TRADE.TERMS, event.terms())
        .set(TRADE.ACCEPTED_AT, event.at());
  }

  void turn(TradeId trade, TradeStatus status) {
    trades.update(trade).set(TRADE.STATUS, status);
  }

  /** Ends a trade. A declined or withdrawn offer has no outcome. */
  void finish(TradeId trade, TradeStatus status, @Nullable TradeOutcome outcome, Instant at) {
    trades
        .update(trade)
        .set(TRADE.STATUS, status)
        .set(TRADE.OUTCOME, outcome)
        .set(TRADE.FINISHED_AT, at);
  }

  void review(TradeReviewed event, long position) {
    reviews.add(
        event.trade(),
        event.reviewer(),
        event.reviewed(),
        event.rating(),
        event.comment(),
        event.at(),
        position);
    reviewers.add(event.trade(), event.reviewer());
    reviewed.add(event.trade());
  }

  void writeTo(DSLContext sql) {
    trades.writeTo(sql);
    Set<TradeId> missing = new LinkedHashSet<>(reviewed);
    reviewers.query(
        sql, MARK_REVIEWED, row -> missing.remove(new TradeId(row.getObject(1, UUID.class))));
    if (!missing.isEmpty()) {
      throw new MissingRowException(TRADE, missing.iterator().next());
    }
    reviews.execute(sql, ADD_REVIEWS);
  }
}
