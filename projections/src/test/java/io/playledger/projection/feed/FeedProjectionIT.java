package io.playledger.projection.feed;

import static io.playledger.projection.SampleMarket.ANNA;
import static io.playledger.projection.SampleMarket.BEN;
import static io.playledger.projection.SampleMarket.at;
import static io.playledger.projection.SampleMarket.credit;
import static io.playledger.projection.SampleMarket.gold;
import static io.playledger.projection.SampleMarket.held;
import static io.playledger.projection.SampleMarket.hold;
import static io.playledger.projection.SampleMarket.line;
import static io.playledger.projection.SampleMarket.posted;
import static io.playledger.projection.SampleMarket.transfer;
import static io.playledger.projection.jooq.tables.Activity.ACTIVITY;
import static io.playledger.projection.jooq.tables.ActivityParty.ACTIVITY_PARTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.api.escrow.event.DisputeNoteAdded;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.event.HoldReleased;
import io.playledger.api.market.event.OfferDeclined;
import io.playledger.api.market.event.OfferWithdrawn;
import io.playledger.projection.Facts;
import io.playledger.projection.MissingRowException;
import io.playledger.projection.ProjectedTables;
import io.playledger.projection.SampleMarket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedProjectionIT {

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
  void feedsOfBothSidesShowTheirTrade() throws Exception {
    tables.happened(SampleMarket.offered(SampleMarket.TRADE));
    tables.happened(new OfferDeclined(SampleMarket.TRADE, at(12)));

    assertThat(types(ANNA)).containsExactly("OfferMade", "OfferDeclined");
    assertThat(types(BEN)).containsExactly("OfferMade", "OfferDeclined");
  }

  @Test
  void partiesFromTheSameBatchAreFound() throws Exception {
    tables.happened(
        credit(1, BEN, 100), held(1, BEN, ANNA, 5), new HoldReleased(hold(1), BEN, at(41)));

    assertThat(types(BEN)).containsExactly("TransactionPosted", "HoldPlaced", "HoldReleased");
    assertThat(types(ANNA)).containsExactly("HoldPlaced", "HoldReleased");
  }

  @Test
  void severalEventsOfABatchReachThePartiesOfTheirSubject() throws Exception {
    tables.happened(SampleMarket.offered(SampleMarket.TRADE));
    tables.happened(
        SampleMarket.accepted(SampleMarket.TRADE),
        new OfferWithdrawn(SampleMarket.TRADE, at(12)),
        new OfferDeclined(SampleMarket.TRADE, at(13)));

    assertThat(types(ANNA))
        .containsExactly("OfferMade", "OfferAccepted", "OfferWithdrawn", "OfferDeclined");
    assertThat(types(BEN)).isEqualTo(types(ANNA));
  }

  @Test
  void notesOfModeratorsAppearInNoFeed() throws Exception {
    tables.happened(SampleMarket.array(SampleMarket.disputedTrade()));

    assertThat(types(ANNA)).contains("DisputeResolved").doesNotContain("DisputeNoteAdded");
    assertThat(types(BEN)).contains("DisputeResolved").doesNotContain("DisputeNoteAdded");
    tables.happened(
        new DisputeNoteAdded(
            SampleMarket.TRADE, ANNA, SampleMarket.says(ANNA, "never told"), at(30)));
    assertThat(types(ANNA)).doesNotContain("DisputeNoteAdded");
  }

  @Test
  void transactionAppearsOncePerPlayerAndReason() throws Exception {
    tables.happened(transfer(1, BEN, ANNA, 10));
    tables.happened(
        posted(
            2,
            line(AccountId.wallet(BEN), -10, TransactionType.TRANSFER_OUT),
            line(AccountId.wallet(BEN), -5, TransactionType.TRANSFER_OUT),
            line(AccountId.wallet(BEN), -1, TransactionType.TRADE_FEE),
            line(AccountId.FEES, 16, TransactionType.TRADE_FEE)));

    assertThat(facts(ANNA)).containsExactly(share(10, TransactionType.TRANSFER_IN));
    assertThat(facts(BEN))
        .containsExactly(
            share(-10, TransactionType.TRANSFER_OUT),
            share(-15, TransactionType.TRANSFER_OUT),
            share(-1, TransactionType.TRADE_FEE));
  }

  @Test
  void eventOfAnUnknownSubjectIsAnError() throws Exception {
    tables.happened(SampleMarket.offered(SampleMarket.TRADE));
    tables.sql().deleteFrom(ACTIVITY_PARTY).execute();

    assertThatThrownBy(() -> tables.happened(new OfferDeclined(SampleMarket.TRADE, at(12))))
        .isInstanceOf(MissingRowException.class)
        .hasMessageContaining("activity_party")
        .hasMessageContaining("trade:" + SampleMarket.TRADE);
  }

  private static Facts share(long units, TransactionType reason) {
    return Facts.none().with("amount", gold(units)).with("reason", reason);
  }

  private List<String> types(PlayerId player) {
    return tables
        .sql()
        .select(ACTIVITY.TYPE)
        .from(ACTIVITY)
        .where(ACTIVITY.PLAYER.eq(player))
        .orderBy(ACTIVITY.POSITION, ACTIVITY.ENTRY)
        .fetch(ACTIVITY.TYPE);
  }

  private List<Facts> facts(PlayerId player) {
    return tables
        .sql()
        .select(ACTIVITY.FACTS)
        .from(ACTIVITY)
        .where(ACTIVITY.PLAYER.eq(player))
        .orderBy(ACTIVITY.POSITION, ACTIVITY.ENTRY)
        .fetch(ACTIVITY.FACTS);
  }
}
