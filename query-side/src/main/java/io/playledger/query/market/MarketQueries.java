package io.playledger.query.market;

import static io.playledger.projection.jooq.tables.ErasedSeller.ERASED_SELLER;
import static io.playledger.projection.jooq.tables.Listing.LISTING;
import static io.playledger.projection.jooq.tables.Review.REVIEW;
import static io.playledger.projection.jooq.tables.Trade.TRADE;

import io.playledger.query.QueryContext;
import io.playledger.query.QueryTools;
import io.playledger.query.ReadTable;
import java.util.List;

/** The market's part of the query side. */
public final class MarketQueries implements QueryContext {

  private final QueryTools tools;

  public MarketQueries(QueryTools tools) {
    this.tools = tools;
  }

  @Override
  public List<Object> handlers() {
    return List.of(new ListingQueries(tools), new TradeQueries(tools));
  }

  @Override
  public List<ReadTable> tables() {
    return List.of(
        ReadTable.ofPersons(LISTING, LISTING.SELLER),
        ReadTable.ofPersons(TRADE, TRADE.BUYER, TRADE.SELLER),
        ReadTable.ofPersons(REVIEW, REVIEW.REVIEWER, REVIEW.REVIEWED),
        new ReadTable.OfNobody(ERASED_SELLER));
  }
}
