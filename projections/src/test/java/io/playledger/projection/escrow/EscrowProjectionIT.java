package io.playledger.projection.escrow;

import static io.playledger.projection.SampleMarket.ANNA;
import static io.playledger.projection.SampleMarket.BEN;
import static io.playledger.projection.SampleMarket.MODERATOR;
import static io.playledger.projection.SampleMarket.TERMS;
import static io.playledger.projection.SampleMarket.accepted;
import static io.playledger.projection.SampleMarket.at;
import static io.playledger.projection.SampleMarket.funded;
import static io.playledger.projection.SampleMarket.gold;
import static io.playledger.projection.SampleMarket.line;
import static io.playledger.projection.SampleMarket.offered;
import static io.playledger.projection.SampleMarket.released;
import static io.playledger.projection.SampleMarket.says;
import static io.playledger.projection.SampleMarket.transaction;
import static io.playledger.projection.jooq.tables.Dispute.DISPUTE;
import static io.playledger.projection.jooq.tables.Escrow.ESCROW;
import static io.playledger.projection.jooq.tables.EscrowTimeline.ESCROW_TIMELINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.api.escrow.DisputeState;
import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.escrow.event.DisputeAssigned;
import io.playledger.api.escrow.event.DisputeOpened;
import io.playledger.api.escrow.event.EscrowRefunded;
import io.playledger.api.escrow.event.EscrowSplit;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeOutcome;
import io.playledger.projection.Facts;
import io.playledger.projection.MissingRowException;
import io.playledger.projection.ProjectedTables;
import io.playledger.projection.SampleMarket;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EscrowProjectionIT {

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
  void timelineShowsACaseFromTheOfferToTheEnd() throws Exception {
    tables.happened(SampleMarket.array(SampleMarket.opening()));
    tables.happened(SampleMarket.array(SampleMarket.disputedTrade()));

    Result<? extends Record> story = timeline();
    assertThat(story.getValues(ESCROW_TIMELINE.TYPE))
        .containsExactly(
            "OfferMade",
            "OfferAccepted",
            "FundsPlacedInEscrow",
            "ItemDelivered",
            "DisputeOpened",
            "EvidenceSubmitted",
            "DisputeAssigned",
            "DisputeNoteAdded",
            "DisputeResolved",
            "EscrowSplit",
            "TradeCompleted");
    assertThat(story.getValues(ESCROW_TIMELINE.DEADLINE))
        .containsExactly(null, null, at(73), at(90), at(100), null, null, null, null, null, null);
    assertThat(
            story.stream()
                .filter(row -> row.get(ESCROW_TIMELINE.CONFIDENTIAL))
                .map(row -> row.get(ESCROW_TIMELINE.TYPE)))
        .containsExactly("DisputeNoteAdded");
    assertThat(story.getValues(ESCROW_TIMELINE.WORDS))
        .as("enciphered")
        .contains(says(BEN, "Wrong sword"), says(ANNA, "See picture"));
    assertThat(story.get(9).get(ESCROW_TIMELINE.FACTS))
        .isEqualTo(
            Facts.none()
                .with("transaction", transaction(3))
                .with("paid:" + ANNA, gold(114))
                .with("paid:" + BEN, gold(80))
                .with("fee", gold(6)));
  }

  @Test
  void timelineEntryNamesItsActorAndItsEvent() throws Exception {
    tables.happened(offered(SampleMarket.TRADE));

    Record entry = timeline().getFirst();
    assertThat(entry.get(ESCROW_TIMELINE.POSITION)).isEqualTo(1);
    assertThat(entry.get(ESCROW_TIMELINE.EVENT_ID)).isEqualTo("event-1");
    assertThat(entry.get(ESCROW_TIMELINE.ACTOR)).isEqualTo("actor-1");
    assertThat(entry.get(ESCROW_TIMELINE.ACTOR_ROLE)).isEqualTo("player");
    assertThat(entry.get(ESCROW_TIMELINE.CAUSATION_ID)).isEqualTo("cause-1");
    assertThat(entry.get(ESCROW_TIMELINE.CORRELATION_ID)).isEqualTo("day");
  }

  @Test
  void releasedEscrowIsEmptyAndStatesItsFee() throws Exception {
    tables.happened(
        offered(SampleMarket.TRADE), accepted(SampleMarket.TRADE), funded(SampleMarket.TRADE, 1));
    assertThat(escrow().get(ESCROW.BALANCE_UNITS)).isEqualTo(200);
    assertThat(escrow().get(ESCROW.STATUS)).isEqualTo(EscrowStatus.FUNDED);
    assertThat(escrow().get(ESCROW.TERMS)).isEqualTo(TERMS);

    tables.happened(released(SampleMarket.TRADE, 2));

    assertThat(escrow().get(ESCROW.BALANCE_UNITS)).isZero();
    assertThat(escrow().get(ESCROW.AMOUNT_UNITS)).isEqualTo(200);
    assertThat(escrow().get(ESCROW.FEE_UNITS)).isEqualTo(10);
    assertThat(escrow().get(ESCROW.STATUS)).isEqualTo(EscrowStatus.RELEASED);
    assertThat(escrow().get(ESCROW.OUTCOME)).isEqualTo(TradeOutcome.CONFIRMED);
    assertThat(escrow().get(ESCROW.SETTLED_AT)).isEqualTo(at(20));
  }

  @Test
  void disputeRowHasBothPartiesAndTheRuling() throws Exception {
    tables.happened(SampleMarket.array(SampleMarket.disputedTrade()));

    Record dispute = tables.sql().selectFrom(DISPUTE).fetchSingle();
    assertThat(dispute.get(DISPUTE.BUYER)).isEqualTo(BEN);
    assertThat(dispute.get(DISPUTE.SELLER)).isEqualTo(ANNA);
    assertThat(dispute.get(DISPUTE.HANDLER)).isEqualTo(MODERATOR);
    assertThat(dispute.get(DISPUTE.STATE)).isEqualTo(DisputeState.RESOLVED);
    assertThat(dispute.get(DISPUTE.RULING)).isEqualTo(Ruling.SPLIT);
    assertThat(dispute.get(DISPUTE.TO_SELLER)).isEqualTo(120);
    assertThat(dispute.get(DISPUTE.TO_BUYER)).isEqualTo(80);
    assertThat(escrow().get(ESCROW.BALANCE_UNITS)).isZero();
    assertThat(escrow().get(ESCROW.OUTCOME)).isEqualTo(TradeOutcome.RULED_SPLIT);
  }

  /** Two of them, which no aggregate allows: what they move is added up all the same. */
  @Test
  void movementsOfSeveralEventsInABatchAreSummed() throws Exception {
    AccountId account = AccountId.escrow(SampleMarket.TRADE.value());
    EscrowSplit split =
        new EscrowSplit(
            SampleMarket.TRADE,
            transaction(2),
            Postings.of(
                line(account, -120, TransactionType.ESCROW_RELEASE),
                line(AccountId.wallet(ANNA), 120, TransactionType.ESCROW_RELEASE)),
            6,
            at(20));
    EscrowRefunded refunded =
        new EscrowRefunded(
            SampleMarket.TRADE,
            transaction(3),
            Postings.of(
                line(account, -70, TransactionType.ESCROW_REFUND),
                line(AccountId.wallet(BEN), 70, TransactionType.ESCROW_REFUND)),
            TradeOutcome.CANCELLED_BY_BOTH,
            at(21));
    tables.happened(offered(SampleMarket.TRADE), funded(SampleMarket.TRADE, 1));
    tables.happened(split, refunded);

    assertThat(escrow().get(ESCROW.BALANCE_UNITS)).isEqualTo(10);
    assertThat(escrow().get(ESCROW.STATUS)).isEqualTo(EscrowStatus.REFUNDED);
    assertThat(escrow().get(ESCROW.FEE_UNITS)).isZero();
    assertThat(escrow().get(ESCROW.SETTLED_AT)).isEqualTo(at(21));
  }

  @Test
  void wholeCaseCanBeHandledInOneBatch() throws Exception {
    tables.happened(SampleMarket.array(SampleMarket.disputedTrade()));

    assertThat(escrow().get(ESCROW.STATUS)).isEqualTo(EscrowStatus.SPLIT);
    assertThat(escrow().get(ESCROW.BALANCE_UNITS)).isZero();
    assertThat(escrow().get(ESCROW.COMPLAIN_BY)).isEqualTo(at(90));
    assertThat(escrow().get(ESCROW.DECIDE_BY)).isEqualTo(at(100));
    Record dispute = tables.sql().selectFrom(DISPUTE).fetchSingle();
    assertThat(dispute.get(DISPUTE.STATE)).isEqualTo(DisputeState.RESOLVED);
    assertThat(dispute.get(DISPUTE.HANDLER)).isEqualTo(MODERATOR);
    assertThat(dispute.get(DISPUTE.OPENED_AT)).isEqualTo(at(15));
    assertThat(dispute.get(DISPUTE.TO_SELLER)).isEqualTo(120);
    assertThat(dispute.get(DISPUTE.AMOUNT_UNITS)).isEqualTo(200);
  }

  @Test
  void changeOfADisputeThatWasNotOpenedIsAnError() throws Exception {
    tables.happened(offered(SampleMarket.TRADE), funded(SampleMarket.TRADE, 1));
    assertThatThrownBy(
            () ->
                tables.happened(
                    new DisputeAssigned(SampleMarket.TRADE, MODERATOR, MODERATOR, at(17)),
                    new DisputeOpened(
                        SampleMarket.TRADE, BEN, says(BEN, "Wrong sword"), at(100), at(18))))
        .isInstanceOf(MissingRowException.class);
  }

  @Test
  void eventOfAnEscrowThatWasNotFundedIsAnError() throws Exception {
    tables.happened(offered(SampleMarket.TRADE));

    assertThatThrownBy(() -> tables.happened(released(SampleMarket.TRADE, 2)))
        .isInstanceOf(MissingRowException.class)
        .hasMessageContaining("escrow");
    assertThatThrownBy(
            () ->
                tables.happened(
                    new DisputeOpened(SampleMarket.TRADE, BEN, says(BEN, "x"), at(9), at(8))))
        .isInstanceOf(MissingRowException.class);
    assertThatThrownBy(
            () ->
                tables.happened(
                    new DisputeAssigned(SampleMarket.TRADE, MODERATOR, MODERATOR, at(8))))
        .isInstanceOf(MissingRowException.class)
        .hasMessageContaining("dispute");
    assertThat(timeline()).hasSize(1);
  }

  private Result<? extends Record> timeline() {
    return tables
        .sql()
        .selectFrom(ESCROW_TIMELINE)
        .where(ESCROW_TIMELINE.ESCROW.eq(SampleMarket.TRADE))
        .orderBy(ESCROW_TIMELINE.POSITION)
        .fetch();
  }

  private Record escrow() {
    return tables.sql().selectFrom(ESCROW).where(ESCROW.ID.eq(SampleMarket.TRADE)).fetchSingle();
  }
}
