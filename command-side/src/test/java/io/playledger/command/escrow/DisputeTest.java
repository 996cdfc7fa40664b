package io.playledger.command.escrow;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.CARA;
import static io.playledger.command.Samples.MODERATOR;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.text;

import io.playledger.api.escrow.EscrowRejection;
import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.escrow.command.AddDisputeNote;
import io.playledger.api.escrow.command.ApplyDefaultRuling;
import io.playledger.api.escrow.command.AssignDispute;
import io.playledger.api.escrow.command.ResolveDispute;
import io.playledger.api.escrow.command.SubmitEvidence;
import io.playledger.api.escrow.event.DisputeAssigned;
import io.playledger.api.escrow.event.DisputeNoteAdded;
import io.playledger.api.escrow.event.DisputeOpened;
import io.playledger.api.escrow.event.DisputeResolved;
import io.playledger.api.escrow.event.EvidenceSubmitted;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeTerms;
import io.playledger.command.CommandFixture;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DisputeTest {

  private static AssignDispute assign(PlayerId handler, PlayerId by) {
    return new AssignDispute(EscrowSamples.ESCROW, handler, by, NOW);
  }

  private static AddDisputeNote note(PlayerId by) {
    return new AddDisputeNote(EscrowSamples.ESCROW, by, text(by), NOW);
  }

  private static SubmitEvidence evidence(PlayerId by) {
    return new SubmitEvidence(EscrowSamples.ESCROW, by, text(by), NOW);
  }

  private static ApplyDefaultRuling byDefault(Instant at) {
    return new ApplyDefaultRuling(EscrowSamples.ESCROW, at);
  }

  @Nested
  class Open {

    private final CommandFixture fixture = EscrowSamples.funded();

    private final Instant late = EscrowSamples.COMPLAIN_BY;

    @Test
    void disputeFreezesTheFundsUntilItIsDecided() {
      fixture
          .when(EscrowSamples.dispute(BERT, NOW))
          .expectEvents(
              new DisputeOpened(
                  EscrowSamples.ESCROW, BERT, text(BERT), EscrowSamples.DECIDE_BY, NOW))
          .expectAnswer(EscrowSamples.receipt(EscrowStatus.DISPUTED));
    }

    @Test
    void sellerOpensADisputeBeforeAndAfterTheDelivery() {
      fixture.given(EscrowSamples.dispute(ANNA, NOW));
      EscrowSamples.delivered().given(EscrowSamples.dispute(ANNA, late));
    }

    @Test
    void buyerOpensADisputeUpToTheLastMomentOfTheComplaintWindow() {
      EscrowSamples.delivered().given(EscrowSamples.dispute(BERT, late.minusNanos(1)));
    }

    @Test
    void rejectsTheBuyersDisputeAfterTheComplaintWindow() {
      EscrowSamples.delivered()
          .when(EscrowSamples.dispute(BERT, late))
          .expectRejection(EscrowRejection.COMPLAINT_WINDOW_ENDED);
    }

    @Test
    void rejectsADisputeOfAStranger() {
      fixture
          .when(EscrowSamples.dispute(CARA, NOW))
          .expectRejection(EscrowRejection.ESCROW_NOT_YOURS);
    }

    @Test
    void rejectsASecondDispute() {
      fixture
          .given(EscrowSamples.dispute(BERT, NOW))
          .when(EscrowSamples.dispute(ANNA, NOW))
          .expectRejection(EscrowRejection.ESCROW_DISPUTED);
    }

    @Test
    void rejectsADisputeAboutAConfirmedEscrow() {
      fixture
          .given(EscrowSamples.deliver(), EscrowSamples.confirm())
          .when(EscrowSamples.dispute(BERT, NOW))
          .expectRejection(EscrowRejection.ESCROW_ALREADY_CONFIRMED);
    }

    @Test
    void rejectsADisputeAboutADecidedEscrow() {
      fixture
          .given(EscrowSamples.cancel(ANNA), EscrowSamples.cancel(BERT))
          .when(EscrowSamples.dispute(BERT, NOW))
          .expectRejection(EscrowRejection.ESCROW_FINISHED);
    }

    @Test
    void rejectsADisputeAboutAnUnknownEscrow() {
      EscrowSamples.players()
          .when(EscrowSamples.dispute(BERT, NOW))
          .expectRejection(EscrowRejection.ESCROW_NOT_FOUND);
    }
  }

  @Nested
  class Evidence {

    private final CommandFixture fixture = EscrowSamples.disputed();

    @Test
    void evidenceIsRecorded() {
      fixture
          .when(evidence(ANNA))
          .expectEvents(new EvidenceSubmitted(EscrowSamples.ESCROW, ANNA, text(ANNA), NOW))
          .expectAnswer(EscrowSamples.receipt(EscrowStatus.DISPUTED));
    }

    @Test
    void rejectsEvidenceOfAStranger() {
      fixture.when(evidence(CARA)).expectRejection(EscrowRejection.ESCROW_NOT_YOURS);
    }

    @Test
    void rejectsEvidenceAboveTheLimitPerSide() {
      for (int piece = 0; piece < SubmitEvidence.EVIDENCE_MAX; piece++) {
        fixture.given(evidence(ANNA));
      }
      fixture.when(evidence(ANNA)).expectRejection(EscrowRejection.EVIDENCE_LIMIT_REACHED);
      fixture.given(evidence(BERT));
    }

    @Test
    void rejectsEvidenceForASettledEscrow() {
      fixture
          .given(EscrowSamples.resolve(Ruling.REFUND, null, null), EscrowSamples.settle(NOW))
          .when(evidence(BERT))
          .expectRejection(EscrowRejection.ESCROW_FINISHED);
    }

    @Test
    void rejectsEvidenceForAnUnknownEscrow() {
      EscrowSamples.players()
          .when(evidence(BERT))
          .expectRejection(EscrowRejection.ESCROW_NOT_FOUND);
    }
  }

  @Nested
  class Assign {

    private final CommandFixture fixture = EscrowSamples.disputed();

    @Test
    void disputeIsAssignedToAModerator() {
      fixture
          .when(assign(MODERATOR, CARA))
          .expectEvents(new DisputeAssigned(EscrowSamples.ESCROW, MODERATOR, CARA, NOW));
    }

    @Test
    void assigningTheSameModeratorAgainStoresNothing() {
      fixture
          .given(assign(MODERATOR, MODERATOR))
          .when(assign(MODERATOR, CARA))
          .expectNothingStored()
          .expectAnswer(EscrowSamples.receipt(EscrowStatus.DISPUTED));
    }

    @Test
    void rejectsPartiesAsHandlerAndAsAssigner() {
      fixture
          .when(assign(ANNA, MODERATOR))
          .expectRejection(EscrowRejection.DISPUTE_HANDLER_IS_PARTY);
      fixture
          .when(assign(MODERATOR, BERT))
          .expectRejection(EscrowRejection.DISPUTE_HANDLER_IS_PARTY);
    }

    @Test
    void rejectsAnAssignmentWithoutADispute() {
      EscrowSamples.funded()
          .when(assign(MODERATOR, MODERATOR))
          .expectRejection(EscrowRejection.ESCROW_NOT_DISPUTED);
    }

    @Test
    void rejectsAnAssignmentForAnUnknownEscrow() {
      EscrowSamples.players()
          .when(assign(MODERATOR, MODERATOR))
          .expectRejection(EscrowRejection.ESCROW_NOT_FOUND);
    }
  }

  @Nested
  class Note {

    private final CommandFixture fixture = EscrowSamples.disputed();

    @Test
    void noteIsRecorded() {
      fixture
          .when(note(MODERATOR))
          .expectEvents(new DisputeNoteAdded(EscrowSamples.ESCROW, MODERATOR, text(MODERATOR), NOW))
          .expectAnswer(EscrowSamples.receipt(EscrowStatus.DISPUTED));
    }

    @Test
    void rejectsANoteOfAParty() {
      fixture.when(note(BERT)).expectRejection(EscrowRejection.DISPUTE_HANDLER_IS_PARTY);
    }

    @Test
    void rejectsANoteAboveTheLimit() {
      for (int number = 0; number < AddDisputeNote.NOTES_MAX; number++) {
        fixture.given(note(MODERATOR));
      }
      fixture.when(note(MODERATOR)).expectRejection(EscrowRejection.NOTE_LIMIT_REACHED);
    }

    @Test
    void rejectsANoteWithoutADispute() {
      EscrowSamples.delivered()
          .when(note(MODERATOR))
          .expectRejection(EscrowRejection.ESCROW_NOT_DISPUTED);
    }

    @Test
    void rejectsANoteForAnUnknownEscrow() {
      EscrowSamples.players()
          .when(note(MODERATOR))
          .expectRejection(EscrowRejection.ESCROW_NOT_FOUND);
    }
  }

  @Nested
  class Resolve {

    private final CommandFixture fixture = EscrowSamples.disputed();

    private static DisputeResolved resolved(Ruling ruling, long toSeller, long toBuyer) {
      return new DisputeResolved(
          EscrowSamples.ESCROW, ruling, toSeller, toBuyer, MODERATOR, text(MODERATOR), NOW);
    }

    @Test
    void rulingReleasesEverythingToTheSeller() {
      fixture
          .when(EscrowSamples.resolve(Ruling.RELEASE, null, null))
          .expectEvents(resolved(Ruling.RELEASE, 101, 0))
          .expectAnswer(EscrowSamples.receipt(EscrowStatus.RULED));
    }

    @Test
    void rulingRefundsEverythingToTheBuyer() {
      fixture
          .when(EscrowSamples.resolve(Ruling.REFUND, null, null))
          .expectEvents(resolved(Ruling.REFUND, 0, 101));
    }

    @Test
    void rulingSplitsTheFundsIfTheSharesAddUp() {
      fixture
          .when(EscrowSamples.resolve(Ruling.SPLIT, 60L, 41L))
          .expectEvents(resolved(Ruling.SPLIT, 60, 41));
    }

    @Test
    void rejectsSharesThatDoNotAddUp() {
      Long[][] shares = {
        {60L, 40L},
        {60L, 42L},
        {-1L, 102L},
        {102L, -1L},
        {null, 101L},
        {101L, null},
        {null, null},
        {Long.MIN_VALUE, Long.MIN_VALUE + 101}
      };
      for (Long[] share : shares) {
        fixture
            .when(EscrowSamples.resolve(Ruling.SPLIT, share[0], share[1]))
            .expectRejection(EscrowRejection.SPLIT_DOES_NOT_ADD_UP);
      }
    }

    @Test
    void rejectsARulingOfAParty() {
      fixture
          .when(
              new ResolveDispute(
                  EscrowSamples.ESCROW, Ruling.REFUND, null, null, BERT, text(BERT), NOW))
          .expectRejection(EscrowRejection.DISPUTE_HANDLER_IS_PARTY);
    }

    @Test
    void rejectsASecondRuling() {
      fixture
          .given(EscrowSamples.resolve(Ruling.REFUND, null, null))
          .when(EscrowSamples.resolve(Ruling.RELEASE, null, null))
          .expectRejection(EscrowRejection.ESCROW_NOT_DISPUTED);
    }

    @Test
    void rejectsARulingForAnUnknownEscrow() {
      EscrowSamples.players()
          .when(EscrowSamples.resolve(Ruling.REFUND, null, null))
          .expectRejection(EscrowRejection.ESCROW_NOT_FOUND);
    }
  }

  @Nested
  class DefaultRuling {

    private final CommandFixture fixture = EscrowSamples.disputed();

    @Test
    void defaultRulingOfTheTermsAppliesAfterTheArbitrationWindow() {
      fixture
          .when(byDefault(EscrowSamples.DECIDE_BY))
          .expectEvents(
              new DisputeResolved(
                  EscrowSamples.ESCROW, Ruling.REFUND, 0, 101, null, null, EscrowSamples.DECIDE_BY))
          .expectAnswer(EscrowSamples.receipt(EscrowStatus.RULED));
    }

    @Test
    void defaultRulingCanBeARelease() {
      TradeTerms terms =
          new TradeTerms(
              0, Duration.ofHours(3), Duration.ofHours(2), Duration.ofHours(7), Ruling.RELEASE);
      EscrowSamples.funded(terms)
          .given(EscrowSamples.dispute(BERT, NOW))
          .when(byDefault(EscrowSamples.DECIDE_BY))
          .expectEvents(
              new DisputeResolved(
                  EscrowSamples.ESCROW,
                  Ruling.RELEASE,
                  101,
                  0,
                  null,
                  null,
                  EscrowSamples.DECIDE_BY));
    }

    @Test
    void rejectsTheDefaultRulingWithinTheArbitrationWindow() {
      fixture
          .when(byDefault(EscrowSamples.DECIDE_BY.minusNanos(1)))
          .expectRejection(EscrowRejection.ARBITRATION_NOT_OVERDUE);
    }

    @Test
    void rejectsTheDefaultRulingAfterARuling() {
      fixture
          .given(EscrowSamples.resolve(Ruling.RELEASE, null, null))
          .when(byDefault(EscrowSamples.DECIDE_BY))
          .expectRejection(EscrowRejection.ESCROW_NOT_DISPUTED);
    }

    @Test
    void rejectsTheDefaultRulingForAnUnknownEscrow() {
      EscrowSamples.players()
          .when(byDefault(EscrowSamples.DECIDE_BY))
          .expectRejection(EscrowRejection.ESCROW_NOT_FOUND);
    }
  }
}
