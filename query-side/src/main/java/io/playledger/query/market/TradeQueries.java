package io.playledger.query.market;

import static io.playledger.projection.jooq.tables.Player.PLAYER;
import static io.playledger.projection.jooq.tables.Review.REVIEW;
import static io.playledger.projection.jooq.tables.Trade.TRADE;

import io.playledger.api.PersonalTexts;
import io.playledger.api.ledger.scale.Decimals;
import io.playledger.api.market.TradeSide;
import io.playledger.api.market.query.FindTrade;
import io.playledger.api.market.query.ListReviews;
import io.playledger.api.market.query.ListTrades;
import io.playledger.api.market.query.ReviewPage;
import io.playledger.api.market.query.TradePage;
import io.playledger.api.market.query.TradeView;
import io.playledger.query.QueryTools;
import io.playledger.query.Slice;
import java.util.Arrays;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Answers queries about trades and reviews. */
final class TradeQueries {

  private final DSLContext sql;
  private final PersonalTexts texts;
  private final Decimals decimals;

  TradeQueries(QueryTools tools) {
    this.sql = tools.sql();
    this.texts = tools.texts();
    this.decimals = tools.decimals();
  }

  @QueryHandler
  @Nullable TradeView answer(FindTrade query) {
    return sql.selectFrom(TRADE).where(TRADE.ID.eq(query.trade())).fetchOne(this::view);
  }

  @QueryHandler
  TradePage answer(ListTrades query) {
    List<?> filter = Arrays.asList("trades", query.player(), query.side(), query.status());
    Condition which = side(query);
    if (query.status() != null) {
      which = which.and(TRADE.STATUS.eq(query.status()));
    }
    return Slice.newestFirst(
        sql.selectFrom(TRADE).where(which),
        TRADE.POSITION,
        filter,
        query.page(),
        this::view,
        TradePage::new);
  }

  private static Condition side(ListTrades query) {
    Condition buyer = TRADE.BUYER.eq(query.player());
    Condition seller = TRADE.SELLER.eq(query.player());
    return switch (query.side()) {
      case null -> buyer.or(seller);
      case TradeSide.BUYER -> buyer;
      case TradeSide.SELLER -> seller;
    };
  }

  private TradeView view(Record row) {
    return new TradeView(
        row.get(TRADE.ID),
        row.get(TRADE.LISTING),
        row.get(TRADE.BUYER),
        row.get(TRADE.SELLER),
        row.get(TRADE.ASSET),
        decimals.of(row.get(TRADE.ASSET), row.get(TRADE.PRICE_UNITS)),
        row.get(TRADE.STATUS),
        row.get(TRADE.OUTCOME),
        row.get(TRADE.TERMS),
        texts.revealOrErased(row.get(TRADE.MESSAGE)),
        row.get(TRADE.REVIEWED_BY_BUYER),
        row.get(TRADE.REVIEWED_BY_SELLER),
        row.get(TRADE.OFFERED_AT),
        row.get(TRADE.ACCEPTED_AT),
        row.get(TRADE.FINISHED_AT));
  }

  @QueryHandler
  ReviewPage answer(ListReviews query) {
    List<?> filter = List.of("reviews", query.reviewed());
    return Slice.newestFirst(
        sql.select(REVIEW.fields())
            .select(DSL.coalesce(PLAYER.USERNAME, PersonalTexts.ERASED).as("reviewer_name"))
            .from(REVIEW)
            .leftJoin(PLAYER)
            .on(PLAYER.ID.eq(REVIEW.REVIEWER))
            .where(REVIEW.REVIEWED.eq(query.reviewed())),
        REVIEW.POSITION,
        filter,
        query.page(),
        this::review,
        ReviewPage::new);
  }

  private ReviewPage.Entry review(Record row) {
    return new ReviewPage.Entry(
        row.get(REVIEW.TRADE),
        row.get(REVIEW.REVIEWER),
        row.get("reviewer_name", String.class),
        row.get(REVIEW.RATING),
        texts.revealOrErased(row.get(REVIEW.COMMENT)),
        row.get(REVIEW.AT));
  }
}
