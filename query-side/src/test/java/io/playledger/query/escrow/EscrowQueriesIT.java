package io.playledger.query.escrow;

import static io.playledger.query.Day.ADA;
import static io.playledger.query.Day.BOB;
import static io.playledger.query.Day.MODERATOR;
import static io.playledger.query.Day.USD;
import static io.playledger.query.Day.asset;
import static io.playledger.query.Day.at;
import static io.playledger.query.Day.registered;
import static io.playledger.query.Day.reward;
import static io.playledger.query.Day.transaction;
import static io.playledger.query.Deal.TERMS;
import static io.playledger.query.Deal.accepted;
import static io.playledger.query.Deal.cancelled;
import static io.playledger.query.Deal.completed;
import static io.playledger.query.Deal.disputed;
import static io.playledger.query.Deal.funded;
import static io.playledger.query.Deal.offered;
import static io.playledger.query.Deal.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.playledger.api.InvalidCursorException;
import io.playledger.api.PageOf;
import io.playledger.api.escrow.DisputeState;
import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.escrow.event.DisputeAssigned;
import io.playledger.api.escrow.event.DisputeNoteAdded;
import io.playledger.api.escrow.event.DisputeResolved;
import io.playledger.api.escrow.event.ItemDelivered;
import io.playledger.api.escrow.query.CaseFileView;
import io.playledger.api.escrow.query.DisputePage;
import io.playledger.api.escrow.query.EscrowTimelineView;
import io.playledger.api.escrow.query.EscrowView;
import io.playledger.api.escrow.query.FindDispute;
import io.playledger.api.escrow.query.FindEscrow;
import io.playledger.api.escrow.query.FindEscrowTimeline;
import io.playledger.api.escrow.query.ListDisputes;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import io.playledger.api.reputation.ReputationAction;
import io.playledger.api.reputation.ReputationChanged;
import io.playledger.query.Pages;
import io.playledger.query.ReadTables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscrowQueriesIT {

  private static final TradeId CASE = trade(1);

  @RegisterExtension final ReadTables tables = new ReadTables();

  private long offer;

  @BeforeEach
  void dispute() throws Exception {
    offer =
        1
            + tables.happened(
                asset(USD, 2),
                registered(tables, ADA, "ada"),
                registered(tables, BOB, "bob"),
                reward(50, at(0), ADA, USD, 10_000));
    tables.happened(
        offered(tables, CASE, 1),
        accepted(CASE, 2),
        funded(CASE, 51, 3),
        new ItemDelivered(CASE, BOB, tables.says(BOB, "In your box"), at(90), at(4)),
        disputed(tables, CASE, at(100), 5),
        new DisputeAssigned(CASE, MODERATOR, MODERATOR, at(6)),
        new DisputeNoteAdded(CASE, MODERATOR, tables.says(MODERATOR, "Hm"), at(7)));
  }

  @Test
  void timelineListsEveryStepInOrder() {
    EscrowTimelineView timeline = tables.ask(new FindEscrowTimeline(CASE));

    assertThat(timeline.buyer()).isEqualTo(ADA);
    assertThat(timeline.seller()).isEqualTo(BOB);
    assertThat(timeline.entries())
        .extracting(EscrowTimelineView.Entry::type)
        .containsExactly(
            "OfferMade",
            "OfferAccepted",
            "FundsPlacedInEscrow",
            "ItemDelivered",
            "DisputeOpened",
            "DisputeAssigned",
            "DisputeNoteAdded");
    assertThat(timeline.entries().get(3))
        .isEqualTo(
            new EscrowTimelineView.Entry(
                offer + 3,
                at(4),
                "ItemDelivered",
                "actor-" + (offer + 3),
                "player",
                "In your box",
                at(90),
                false,
                Map.of("by", BOB.toString()),
                "event-" + (offer + 3),
                "cause-" + (offer + 3),
                "day"));
    assertThat(timeline.entries().get(2).facts())
        .isEqualTo(Map.of("amount", "4.00 USD", "transaction", transaction(51).toString()));
    assertThat(timeline.entries())
        .extracting(EscrowTimelineView.Entry::confidential)
        .containsExactly(false, false, false, false, false, false, true);
    assertThat(tables.ask(new FindEscrowTimeline(trade(99)))).isNull();
  }

  @Test
  void onlyTextsOfTheErasedPersonAreGone() {
    assertThat(words()).containsExactly("Deal?", "In your box", "It is broken", "Hm");
    tables.erase(ADA);
    assertThat(words()).containsExactly("[erased]", "In your box", "[erased]", "Hm");
  }

  @Test
  void escrowHasAllItsMembers() {
    assertThat(tables.ask(new FindEscrow(CASE)))
        .isEqualTo(
            new EscrowView(
                CASE,
                ADA,
                BOB,
                USD,
                "4.00",
                "4.00",
                null,
                EscrowStatus.DISPUTED,
                TERMS,
                at(3),
                at(63),
                at(90),
                at(100),
                null));
    assertThat(tables.ask(new FindEscrow(trade(99)))).isNull();
  }

  @Test
  void caseFileIsComplete() throws Exception {
    tables.happened(
        offered(tables, trade(2), 10),
        completed(trade(2), 11),
        offered(tables, trade(3), 12),
        cancelled(trade(3), 13),
        new ReputationChanged(BOB, ReputationAction.TRADE_REVIEWED, -3, -3, 1, null, null, at(14)));

    CaseFileView file = tables.ask(new FindDispute(CASE));

    assertThat(file.dispute())
        .isEqualTo(
            new DisputePage.DisputeView(
                CASE,
                ADA,
                BOB,
                USD,
                "4.00",
                DisputeState.ASSIGNED,
                ADA,
                MODERATOR,
                null,
                at(5),
                at(100),
                null));
    assertThat(file.escrow()).isEqualTo(tables.ask(new FindEscrow(CASE)));
    assertThat(file.timeline()).isEqualTo(tables.ask(new FindEscrowTimeline(CASE)));
    assertThat(file.buyerRecord()).isEqualTo(new CaseFileView.PartyRecord("ada", 1, 1, 1, 0));
    assertThat(file.sellerRecord()).isEqualTo(new CaseFileView.PartyRecord("bob", 1, 1, 1, -3));
    assertThat(tables.ask(new FindDispute(trade(2)))).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 200})
  void disputesAreListedOnceByTheTimeLeft(int limit) throws Exception {
    for (int i = 8; i >= 2; i--) {
      tables.happened(
          offered(tables, trade(i), i),
          funded(trade(i), 60 + i, i),
          disputed(tables, trade(i), at(50 + i / 3), i));
    }
    tables.happened(
        new DisputeAssigned(trade(4), BOB, MODERATOR, at(9)),
        new DisputeResolved(
            trade(5), Ruling.REFUND, 0, 400, MODERATOR, tables.says(MODERATOR, "So"), at(9)));

    assertThat(walked(null, null, limit))
        .containsExactly(
            trade(2), trade(3), trade(4), trade(5), trade(6), trade(7), trade(8), CASE);
    assertThat(walked(DisputeState.OPEN, null, limit))
        .containsExactly(trade(2), trade(3), trade(6), trade(7), trade(8));
    assertThat(walked(null, MODERATOR, limit)).containsExactly(CASE);
    assertThat(walked(DisputeState.ASSIGNED, BOB, limit)).containsExactly(trade(4));
    DisputePage resolved = disputes(DisputeState.RESOLVED, null, null, limit);
    assertThat(resolved.items()).hasSize(1);
    assertThat(resolved.items().getFirst().ruling()).isEqualTo(Ruling.REFUND);
    assertThat(resolved.items().getFirst().resolvedAt()).isEqualTo(at(9));
  }

  @Test
  void escrowCursorOfAnotherListIsRefused() throws Exception {
    tables.happened(
        offered(tables, trade(2), 1),
        funded(trade(2), 62, 1),
        disputed(tables, trade(2), at(7), 1));
    String cursor = disputes(null, null, null, 1).nextCursor();

    assertThatExceptionOfType(InvalidCursorException.class)
        .isThrownBy(() -> disputes(DisputeState.OPEN, null, cursor, 1));
    assertThatExceptionOfType(InvalidCursorException.class)
        .isThrownBy(() -> disputes(null, BOB, cursor, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 201})
  void disputePagesHaveALimit(int limit) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> disputes(null, null, null, limit));
  }

  private List<String> words() {
    return tables.ask(new FindEscrowTimeline(CASE)).entries().stream()
        .map(EscrowTimelineView.Entry::text)
        .filter(text -> text != null)
        .toList();
  }

  private List<TradeId> walked(DisputeState state, PlayerId handler, int limit) {
    return Pages.all(limit, cursor -> disputes(state, handler, cursor, limit)).stream()
        .map(DisputePage.DisputeView::escrow)
        .toList();
  }

  private DisputePage disputes(DisputeState state, PlayerId handler, String cursor, int limit) {
    return tables.ask(new ListDisputes(state, handler, new PageOf(cursor, limit)));
  }
}
