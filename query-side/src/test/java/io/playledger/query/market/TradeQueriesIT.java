package io.playledger.query.market;

import static io.playledger.query.Day.ADA;
import static io.playledger.query.Day.BOB;
import static io.playledger.query.Day.CARA;
import static io.playledger.query.Day.USD;
import static io.playledger.query.Day.asset;
import static io.playledger.query.Day.at;
import static io.playledger.query.Day.registered;
import static io.playledger.query.Deal.ITEM;
import static io.playledger.query.Deal.TERMS;
import static io.playledger.query.Deal.accepted;
import static io.playledger.query.Deal.offered;
import static io.playledger.query.Deal.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.playledger.api.InvalidCursorException;
import io.playledger.api.PageOf;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.TradeSide;
import io.playledger.api.market.TradeStatus;
import io.playledger.api.market.event.OfferMade;
import io.playledger.api.market.event.TradeReviewed;
import io.playledger.api.market.query.FindTrade;
import io.playledger.api.market.query.ListReviews;
import io.playledger.api.market.query.ListTrades;
import io.playledger.api.market.query.ReviewPage;
import io.playledger.api.market.query.TradePage;
import io.playledger.api.market.query.TradeView;
import io.playledger.query.Pages;
import io.playledger.query.ReadTables;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeQueriesIT {

  @RegisterExtension final ReadTables tables = new ReadTables();

  @BeforeEach
  void assets() throws Exception {
    tables.happened(asset(USD, 2), registered(tables, ADA, "ada"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 200})
  void tradesOfBothSidesAreListedOnceNewestFirst(int limit) throws Exception {
    for (int i = 1; i <= 5; i++) {
      tables.happened(
          offered(tables, trade(i), i), sold(100 + i, CARA, ADA), sold(200 + i, BOB, CARA));
    }
    tables.happened(accepted(trade(3), 30));

    List<TradeView> both = Pages.all(limit, cursor -> trades(ADA, null, null, cursor, limit));

    assertThat(both)
        .extracting(each -> each.id().value().getLeastSignificantBits() & 0xffff)
        .containsExactly(105L, 5L, 104L, 4L, 103L, 3L, 102L, 2L, 101L, 1L);
    assertThat(Pages.all(limit, c -> trades(ADA, TradeSide.BUYER, null, c, limit)))
        .hasSize(5)
        .allSatisfy(each -> assertThat(each.buyer()).isEqualTo(ADA));
    assertThat(Pages.all(limit, c -> trades(ADA, TradeSide.SELLER, null, c, limit)))
        .hasSize(5)
        .allSatisfy(each -> assertThat(each.seller()).isEqualTo(ADA));
    assertThat(Pages.all(limit, c -> trades(ADA, null, TradeStatus.ACCEPTED, c, limit)))
        .extracting(TradeView::id)
        .containsExactly(trade(3));
    assertThat(Pages.all(limit, c -> trades(ADA, TradeSide.SELLER, TradeStatus.ACCEPTED, c, limit)))
        .isEmpty();
  }

  @Test
  void tradeHasAllItsMembers() throws Exception {
    tables.happened(offered(tables, trade(1), 1), accepted(trade(1), 2));

    assertThat(tables.ask(new FindTrade(trade(1))))
        .isEqualTo(
            new TradeView(
                trade(1),
                ITEM,
                ADA,
                BOB,
                USD,
                "4.00",
                TradeStatus.ACCEPTED,
                null,
                TERMS,
                "Deal?",
                false,
                false,
                at(1),
                at(2),
                null));
    tables.erase(ADA);
    assertThat(tables.ask(new FindTrade(trade(1))).message()).isEqualTo("[erased]");
    assertThat(tables.ask(new FindTrade(trade(2)))).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 200})
  void reviewsOfAPlayerAreListedOnceNewestFirst(int limit) throws Exception {
    for (int i = 1; i <= 4; i++) {
      tables.happened(
          offered(tables, trade(i), i),
          new TradeReviewed(trade(i), ADA, BOB, i, tables.says(ADA, "Number " + i), at(i)),
          new TradeReviewed(trade(i), BOB, ADA, 5, null, at(i)));
    }

    assertThat(Pages.all(limit, cursor -> reviews(BOB, cursor, limit)))
        .hasSize(4)
        .first()
        .isEqualTo(new ReviewPage.Entry(trade(4), ADA, "ada", 4, "Number 4", at(4)));
    assertThat(reviews(ADA, null, 1).items().getFirst())
        .isEqualTo(new ReviewPage.Entry(trade(4), BOB, "[erased]", 5, null, at(4)));
    tables.erase(ADA);
    assertThat(reviews(BOB, null, 1).items().getFirst().comment()).isEqualTo("[erased]");
  }

  @Test
  void tradeCursorOfAnotherListIsRefused() throws Exception {
    tables.happened(offered(tables, trade(1), 1), offered(tables, trade(2), 2));
    String cursor = trades(ADA, null, null, null, 1).nextCursor();

    refused(() -> trades(BOB, null, null, cursor, 1));
    refused(() -> trades(ADA, TradeSide.BUYER, null, cursor, 1));
    refused(() -> trades(ADA, null, TradeStatus.OFFERED, cursor, 1));
    refused(() -> reviews(ADA, cursor, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 201})
  void tradePagesHaveALimit(int limit) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> trades(ADA, null, null, null, limit));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> reviews(ADA, null, limit));
  }

  private static OfferMade sold(long trade, PlayerId buyer, PlayerId seller) {
    return new OfferMade(trade(trade), ITEM, buyer, seller, new Amount(USD, 1), null, at(1));
  }

  private TradePage trades(
      PlayerId player, TradeSide side, TradeStatus status, String cursor, int limit) {
    return tables.ask(new ListTrades(player, side, status, new PageOf(cursor, limit)));
  }

  private ReviewPage reviews(PlayerId reviewed, String cursor, int limit) {
    return tables.ask(new ListReviews(reviewed, new PageOf(cursor, limit)));
  }

  private static void refused(Runnable question) {
    assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(question::run);
  }
}
