package io.playledger.projection.market;

import static io.playledger.projection.SampleMarket.ANNA;
import static io.playledger.projection.SampleMarket.BEN;
import static io.playledger.projection.SampleMarket.SWORD;
import static io.playledger.projection.SampleMarket.TERMS;
import static io.playledger.projection.SampleMarket.accepted;
import static io.playledger.projection.SampleMarket.at;
import static io.playledger.projection.SampleMarket.funded;
import static io.playledger.projection.SampleMarket.gold;
import static io.playledger.projection.SampleMarket.listed;
import static io.playledger.projection.SampleMarket.offered;
import static io.playledger.projection.SampleMarket.says;
import static io.playledger.projection.jooq.tables.Listing.LISTING;
import static io.playledger.projection.jooq.tables.Review.REVIEW;
import static io.playledger.projection.jooq.tables.Trade.TRADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.api.Event;
import io.playledger.api.identity.PlayerErased;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.market.ListingStatus;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeStatus;
import io.playledger.api.market.event.ListingEdited;
import io.playledger.api.market.event.ListingReserved;
import io.playledger.api.market.event.ListingWithdrawn;
import io.playledger.api.market.event.OfferAccepted;
import io.playledger.api.market.event.TradeCancelled;
import io.playledger.api.market.event.TradeReviewed;
import io.playledger.projection.MissingRowException;
import io.playledger.projection.ProjectedTables;
import io.playledger.projection.SampleMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarketProjectionIT {

  private ProjectedTables tables;

  @BeforeEach
  void open() throws Exception {
    tables = new ProjectedTables();
  }

  @AfterEach
  void close() throws Exception {
    tables.close();
  }

  @Test
  void textsOfAListingAreStoredInPlainTextAndFound() throws Exception {
    tables.happened(listed(SWORD, ANNA, "Épée of Dawn"));

    assertThat(listing().get(LISTING.ITEM_NAME)).isEqualTo("Épée of Dawn");
    assertThat(listing().get(LISTING.DESCRIPTION)).isEqualTo("Hardly used");
    assertThat(found("epee")).isTrue();
    assertThat(found("hardly")).isTrue();
    assertThat(found("shield")).isFalse();

    tables.happened(new ListingEdited(SWORD, says(ANNA, "Shield"), null, gold(250), 2, at(36)));

    assertThat(found("epee")).isFalse();
    assertThat(found("shield")).isTrue();
    assertThat(listing().get(LISTING.DESCRIPTION)).isNull();
    assertThat(listing().get(LISTING.PRICE_UNITS)).isEqualTo(250);
    assertThat(listing().get(LISTING.VERSION)).isEqualTo(2);
    assertThat(listing().get(LISTING.POSITION)).as("where it was created").isEqualTo(1);
  }

  @Test
  void listingWithoutTheSellersKeyShowsNoText() throws Exception {
    tables.texts().erase(ANNA.value());
    tables.happened(listed(SWORD, ANNA, "Sword"));

    assertThat(listing().get(LISTING.ITEM_NAME)).isEqualTo("[erased]");
    assertThat(listing().get(LISTING.DESCRIPTION)).isEqualTo("[erased]");
  }

  @Test
  void listingsOfAnErasedSellerShowNoTextEvenIfTheKeyStillExists() throws Exception {
    tables.happened(
        registered(ANNA), listed(SWORD, ANNA, "Épée of Dawn"), new PlayerErased(ANNA, null, at(1)));

    assertThat(listing().get(LISTING.ITEM_NAME)).isEqualTo("[erased]");
    assertThat(listing().get(LISTING.DESCRIPTION)).isEqualTo("[erased]");
    assertThat(found("epee")).isFalse();
  }

  @Test
  void lateListingOfAnErasedSellerShowsNoText() throws Exception {
    tables.happened(
        registered(ANNA),
        new PlayerErased(ANNA, null, at(1)),
        listed(SWORD, ANNA, "Épée of Dawn"),
        new ListingEdited(SWORD, says(ANNA, "Shield"), null, gold(250), 2, at(36)));

    assertThat(listing().get(LISTING.ITEM_NAME)).isEqualTo("[erased]");
    assertThat(listing().get(LISTING.DESCRIPTION)).as("there is none any more").isNull();
    assertThat(found("shield")).isFalse();
  }

  @Test
  void textsOfOthersStayWhenASellerIsErased() throws Exception {
    tables.happened(
        registered(BEN), new PlayerErased(BEN, null, at(1)), listed(SWORD, ANNA, "Épée of Dawn"));

    assertThat(found("epee")).isTrue();
  }

  @Test
  void messagesAndReviewsStayEncrypted() throws Exception {
    tables.happened(SampleMarket.array(SampleMarket.opening()));
    tables.happened(SampleMarket.array(SampleMarket.disputedTrade()));

    assertThat(trade().get(TRADE.MESSAGE)).isEqualTo(says(BEN, "Deal?"));
    var reviews = tables.sql().selectFrom(REVIEW).orderBy(REVIEW.POSITION).fetch();
    assertThat(reviews.getValues(REVIEW.COMMENT)).containsExactly(says(BEN, "Meh"), null);
    assertThat(tables.sql().fetchValue("SELECT message::text FROM trade"))
        .asString()
        .doesNotContain("Deal?");
  }

  @Test
  void tradeHasTheStatusOfItsEscrow() throws Exception {
    List<Event> events = SampleMarket.disputedTrade();
    List<TradeStatus> steps = new ArrayList<>();
    for (Event event : events) {
      tables.happened(event);
      if (tables.sql().fetchExists(TRADE)
          && (steps.isEmpty() || steps.getLast() != trade().get(TRADE.STATUS))) {
        steps.add(trade().get(TRADE.STATUS));
      }
    }

    assertThat(steps)
        .containsExactly(
            TradeStatus.OFFERED,
            TradeStatus.ACCEPTED,
            TradeStatus.FUNDED,
            TradeStatus.DELIVERED,
            TradeStatus.DISPUTED,
            TradeStatus.COMPLETED);
    assertThat(trade().get(TRADE.OUTCOME)).isEqualTo(TradeOutcome.RULED_SPLIT);
    assertThat(trade().get(TRADE.TERMS)).isEqualTo(TERMS);
    assertThat(listing().get(LISTING.STATUS)).isEqualTo(ListingStatus.SOLD);
  }

  @Test
  void reviewsOfBothSidesAreStoredSeparately() throws Exception {
    tables.happened(
        offered(SampleMarket.TRADE),
        new TradeReviewed(SampleMarket.TRADE, ANNA, BEN, 5, null, at(23)));
    assertThat(trade().get(TRADE.REVIEWED_BY_SELLER)).isTrue();
    assertThat(trade().get(TRADE.REVIEWED_BY_BUYER)).isFalse();

    tables.happened(new TradeReviewed(SampleMarket.TRADE, BEN, ANNA, 1, null, at(24)));
    assertThat(trade().get(TRADE.REVIEWED_BY_SELLER)).isTrue();
    assertThat(trade().get(TRADE.REVIEWED_BY_BUYER)).isTrue();
  }

  @Test
  void bothSidesCanReviewInOneBatch() throws Exception {
    TradeId other = new TradeId(SampleMarket.id(22));
    tables.happened(offered(SampleMarket.TRADE), offered(other));
    tables.happened(
        new TradeReviewed(SampleMarket.TRADE, ANNA, BEN, 5, null, at(23)),
        new TradeReviewed(other, BEN, ANNA, 3, null, at(23)),
        new TradeReviewed(SampleMarket.TRADE, BEN, ANNA, 1, says(BEN, "Meh"), at(24)));

    assertThat(trade().get(TRADE.REVIEWED_BY_SELLER)).isTrue();
    assertThat(trade().get(TRADE.REVIEWED_BY_BUYER)).isTrue();
    Record second = tables.sql().selectFrom(TRADE).where(TRADE.ID.eq(other)).fetchSingle();
    assertThat(second.get(TRADE.REVIEWED_BY_SELLER)).isFalse();
    assertThat(second.get(TRADE.REVIEWED_BY_BUYER)).isTrue();
    assertThat(
            tables
                .sql()
                .selectFrom(REVIEW)
                .orderBy(REVIEW.POSITION)
                .fetch()
                .getValues(REVIEW.RATING))
        .containsExactly(5, 3, 1);
  }

  @Test
  void severalChangesOfAListingAndATradeInABatchAllApply() throws Exception {
    tables.happened(listed(SWORD, ANNA, "Sword"), offered(SampleMarket.TRADE));
    tables.happened(
        new ListingEdited(SWORD, says(ANNA, "Shield"), null, gold(250), 2, at(36)),
        accepted(SampleMarket.TRADE),
        new ListingReserved(SWORD, SampleMarket.TRADE, at(37)),
        funded(SampleMarket.TRADE, 1),
        new ListingEdited(SWORD, says(ANNA, "Bow"), says(ANNA, "New"), gold(90), 3, at(38)),
        new TradeCancelled(
            SampleMarket.TRADE,
            SWORD,
            BEN,
            ANNA,
            gold(200),
            TradeOutcome.CANCELLED_BY_BOTH,
            at(39)));

    assertThat(listing().get(LISTING.ITEM_NAME)).isEqualTo("Bow");
    assertThat(listing().get(LISTING.DESCRIPTION)).isEqualTo("New");
    assertThat(listing().get(LISTING.PRICE_UNITS)).isEqualTo(90);
    assertThat(listing().get(LISTING.VERSION)).isEqualTo(3);
    assertThat(listing().get(LISTING.STATUS)).isEqualTo(ListingStatus.RESERVED);
    assertThat(listing().get(LISTING.UPDATED_AT)).isEqualTo(at(38));
    assertThat(trade().get(TRADE.STATUS)).isEqualTo(TradeStatus.CANCELLED);
    assertThat(trade().get(TRADE.OUTCOME)).isEqualTo(TradeOutcome.CANCELLED_BY_BOTH);
    assertThat(trade().get(TRADE.TERMS)).isEqualTo(TERMS);
    assertThat(trade().get(TRADE.FINISHED_AT)).isEqualTo(at(39));
  }

  static Stream<Event> eventsOfRowsThatAreNotThere() {
    OfferAccepted accepted = accepted(SampleMarket.TRADE);
    return Stream.of(
        new ListingEdited(SWORD, says(ANNA, "x"), null, gold(1), 2, at(1)),
        new ListingWithdrawn(SWORD, at(1)),
        accepted,
        funded(SampleMarket.TRADE, 1),
        new TradeReviewed(SampleMarket.TRADE, BEN, ANNA, 1, null, at(24)));
  }

  @ParameterizedTest
  @MethodSource("eventsOfRowsThatAreNotThere")
  void eventWithoutItsRowIsAnError(Event event) {
    assertThatThrownBy(() -> tables.happened(event))
        .isInstanceOf(MissingRowException.class)
        .hasMessageMatching("Table (listing|trade) has no row .* to change\\.");
    assertThat(tables.sql().fetchCount(REVIEW)).isZero();
  }

  private static PlayerRegistered registered(PlayerId player) {
    return new PlayerRegistered(player, says(player, "somebody"), at(0));
  }

  private Record listing() {
    return tables.sql().selectFrom(LISTING).where(LISTING.ID.eq(SWORD)).fetchSingle();
  }

  private Record trade() {
    return tables.sql().selectFrom(TRADE).where(TRADE.ID.eq(SampleMarket.TRADE)).fetchSingle();
  }

  private boolean found(String word) {
    return (boolean)
        tables.sql().fetchValue("SELECT search @@ plainto_tsquery('simple', ?) FROM listing", word);
  }
}
