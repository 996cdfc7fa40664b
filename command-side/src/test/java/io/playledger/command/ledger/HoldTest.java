package io.playledger.command.ledger;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.CARA;
import static io.playledger.command.Samples.GOLD;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.STRANGER;
import static io.playledger.command.Samples.credit;
import static io.playledger.command.Samples.gold;
import static io.playledger.command.Samples.hold;
import static io.playledger.command.Samples.register;
import static io.playledger.command.Samples.text;
import static io.playledger.command.Samples.transaction;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.command.CaptureHold;
import io.playledger.api.ledger.command.ExpireHold;
import io.playledger.api.ledger.command.HoldReceipt;
import io.playledger.api.ledger.command.PlaceHold;
import io.playledger.api.ledger.command.ReleaseHold;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.api.ledger.command.TransactionReceipt.WalletChange;
import io.playledger.api.ledger.event.HoldCaptured;
import io.playledger.api.ledger.event.HoldExpired;
import io.playledger.api.ledger.event.HoldPlaced;
import io.playledger.api.ledger.event.HoldReleased;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.ledger.event.WalletCredited;
import io.playledger.api.ledger.event.WalletDebited;
import io.playledger.command.CommandFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HoldTest {

  private static final Instant LATER = NOW.plusSeconds(600);

  /** The owner's wallet comes after the payee's in one direction, and before it in the other. */
  private final CommandFixture fixture =
      new CommandFixture()
          .given(register(ANNA), register(BERT), register(CARA), credit(1, BERT, 100));

  private static PlaceHold place(long number, long units) {
    return new PlaceHold(hold(number), BERT, ANNA, gold(units), text(BERT), LATER, NOW);
  }

  private static CaptureHold capture(long number, PlayerId by, Long units, Instant at) {
    return new CaptureHold(hold(number), BERT, ANNA, by, transaction(9), units, at);
  }

  private static ReleaseHold release(PlayerId by, Instant at) {
    return new ReleaseHold(hold(1), BERT, by, at);
  }

  private static ExpireHold expire(Instant at) {
    return new ExpireHold(hold(1), BERT, at);
  }

  @Nested
  class Place {

    @Test
    void holdReducesTheAvailableBalance() {
      fixture
          .when(place(1, 60))
          .expectEvents(new HoldPlaced(hold(1), BERT, ANNA, gold(60), text(BERT), LATER, NOW))
          .expectAnswer(new HoldReceipt(hold(1), GOLD, 60, 40));
    }

    @Test
    void rejectsAHoldAboveTheAvailableBalance() {
      fixture
          .given(place(1, 60))
          .when(place(2, 41))
          .expectRejection(LedgerRejection.INSUFFICIENT_FUNDS);
    }

    @Test
    void overdueHoldCountsUntilItIsExpired() {
      fixture
          .given(place(1, 60))
          .when(
              new PlaceHold(
                  hold(2), BERT, ANNA, gold(41), null, LATER.plusSeconds(9), LATER.plusSeconds(1)))
          .expectRejection(LedgerRejection.INSUFFICIENT_FUNDS);
    }

    @Test
    void rejectsAHoldOfZeroOrLess() {
      fixture.when(place(1, 0)).expectRejection(LedgerRejection.AMOUNT_NOT_POSITIVE);
      fixture.when(place(1, -1)).expectRejection(LedgerRejection.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void rejectsTheOwnerAsPayee() {
      fixture
          .when(new PlaceHold(hold(1), BERT, BERT, gold(1), null, LATER, NOW))
          .expectRejection(LedgerRejection.HOLD_FOR_ONESELF);
    }

    @Test
    void rejectsAnExpiryInThePastOrTooFarAhead() {
      for (Instant end :
          List.of(NOW.minusSeconds(1), NOW, NOW.plus(Duration.ofDays(30)).plusNanos(1))) {
        fixture
            .when(new PlaceHold(hold(1), BERT, ANNA, gold(1), null, end, NOW))
            .expectRejection(LedgerRejection.HOLD_EXPIRY_OUT_OF_RANGE);
      }
      fixture.given(
          new PlaceHold(hold(1), BERT, ANNA, gold(1), null, NOW.plus(Duration.ofDays(30)), NOW));
    }

    @Test
    void rejectsAnIdThatIsOrWasTaken() {
      fixture
          .given(place(1, 1))
          .when(place(1, 1))
          .expectRejection(LedgerRejection.HOLD_ALREADY_EXISTS);
      fixture
          .given(release(ANNA, NOW))
          .when(place(1, 1))
          .expectRejection(LedgerRejection.HOLD_ALREADY_EXISTS);
    }

    @Test
    void rejectsAHoldAboveTheLimitPerWallet() {
      IntStream.range(0, PlaceHold.HOLDS_MAX).forEach(number -> fixture.given(place(number, 1)));
      fixture
          .when(place(PlaceHold.HOLDS_MAX, 1))
          .expectRejection(LedgerRejection.HOLD_LIMIT_REACHED);
    }

    @Test
    void rejectsAHoldOnAnUnknownWallet() {
      fixture
          .when(new PlaceHold(hold(1), STRANGER, ANNA, gold(1), null, LATER, NOW))
          .expectRejection(LedgerRejection.WALLET_NOT_FOUND);
    }
  }

  @Nested
  class Capture {

    @Test
    void capturePaysThePayeeInPartAndReleasesTheRest() {
      fixture
          .given(place(1, 60))
          .when(capture(1, ANNA, 25L, NOW))
          .expectEvents(
              new TransactionPosted(
                  transaction(9),
                  Postings.of(
                      new Posting(AccountId.wallet(BERT), GOLD, -25, TransactionType.HOLD_CAPTURE),
                      new Posting(AccountId.wallet(ANNA), GOLD, 25, TransactionType.HOLD_CAPTURE)),
                  null,
                  null,
                  NOW),
              new HoldCaptured(hold(1), BERT, transaction(9), 25, NOW),
              new WalletCredited(ANNA, transaction(9), gold(25), 25, NOW),
              new WalletDebited(BERT, transaction(9), gold(25), 75, NOW))
          .expectAnswer(
              new TransactionReceipt(
                  transaction(9),
                  List.of(
                      new WalletChange(AccountId.wallet(ANNA), GOLD, 25, 25, 25),
                      new WalletChange(AccountId.wallet(BERT), GOLD, -25, 75, 75)),
                  false));
    }

    @Test
    void captureWithoutAnAmountTakesTheWholeHoldAndNoOther() {
      fixture
          .given(place(1, 60), place(2, 40))
          .when(capture(1, null, null, NOW))
          .expectAnswer(
              new TransactionReceipt(
                  transaction(9),
                  List.of(
                      new WalletChange(AccountId.wallet(ANNA), GOLD, 60, 60, 60),
                      new WalletChange(AccountId.wallet(BERT), GOLD, -60, 40, 0)),
                  false));
    }

    @Test
    void rejectsACaptureByAnybodyButThePayee() {
      fixture
          .given(place(1, 60))
          .when(capture(1, BERT, null, NOW))
          .expectRejection(LedgerRejection.HOLD_NOT_YOURS);
      fixture
          .when(new CaptureHold(hold(1), BERT, CARA, CARA, transaction(9), null, NOW))
          .expectRejection(LedgerRejection.HOLD_NOT_YOURS);
    }

    @Test
    void rejectsACaptureAboveTheHoldOrOfZero() {
      fixture
          .given(place(1, 60))
          .when(capture(1, ANNA, 61L, NOW))
          .expectRejection(LedgerRejection.CAPTURE_EXCEEDS_HOLD);
      fixture.when(capture(1, ANNA, 0L, NOW)).expectRejection(LedgerRejection.AMOUNT_NOT_POSITIVE);
      fixture.when(capture(1, ANNA, -1L, NOW)).expectRejection(LedgerRejection.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void rejectsTheCaptureOfAnOverdueHold() {
      fixture
          .given(place(1, 60))
          .when(capture(1, ANNA, null, LATER))
          .expectRejection(LedgerRejection.HOLD_EXPIRED);
    }

    @Test
    void rejectsTheCaptureOfAnEndedOrUnknownHold() {
      fixture
          .given(place(1, 60), capture(1, ANNA, null, NOW))
          .when(new CaptureHold(hold(1), BERT, ANNA, ANNA, transaction(8), null, NOW))
          .expectRejection(LedgerRejection.HOLD_ENDED);
      fixture
          .when(new CaptureHold(hold(7), BERT, ANNA, ANNA, transaction(8), null, NOW))
          .expectRejection(LedgerRejection.HOLD_NOT_FOUND);
    }

    @Test
    void rejectsACaptureFromAnUnknownWallet() {
      fixture
          .when(new CaptureHold(hold(1), STRANGER, ANNA, ANNA, transaction(9), null, NOW))
          .expectRejection(LedgerRejection.WALLET_NOT_FOUND);
    }

    @Test
    void rejectsACaptureUnderATakenTransactionId() {
      fixture
          .given(place(1, 60))
          .when(new CaptureHold(hold(1), BERT, ANNA, ANNA, transaction(1), null, NOW))
          .expectRejection(LedgerRejection.TRANSACTION_ALREADY_EXISTS);
    }

    @Test
    void rejectsACaptureThatOverflowsThePayeesBalanceAndKeepsTheHold() {
      fixture
          .given(place(1, 60), credit(2, ANNA, Long.MAX_VALUE))
          .when(capture(1, ANNA, null, NOW))
          .expectRejection(LedgerRejection.AMOUNT_OUT_OF_RANGE);
      fixture.given(release(ANNA, NOW));
    }
  }

  @Nested
  class Release {

    @Test
    void payeeReleasesTheHold() {
      fixture
          .given(place(1, 60))
          .when(release(ANNA, NOW))
          .expectEvents(new HoldReleased(hold(1), BERT, NOW));
      fixture.given(place(2, 100));
    }

    @Test
    void rejectsAReleaseByTheOwnerOrAStranger() {
      fixture
          .given(place(1, 60))
          .when(release(BERT, NOW))
          .expectRejection(LedgerRejection.HOLD_NOT_YOURS);
      fixture.when(release(CARA, NOW)).expectRejection(LedgerRejection.HOLD_NOT_YOURS);
      fixture.given(release(null, NOW));
    }

    @Test
    void rejectsTheReleaseOfAnOverdueHold() {
      fixture
          .given(place(1, 60))
          .when(release(ANNA, LATER))
          .expectRejection(LedgerRejection.HOLD_EXPIRED);
    }

    @Test
    void rejectsTheReleaseOfAnEndedOrUnknownHold() {
      fixture.when(release(ANNA, NOW)).expectRejection(LedgerRejection.HOLD_NOT_FOUND);
      fixture
          .given(place(1, 60), release(ANNA, NOW))
          .when(release(ANNA, NOW))
          .expectRejection(LedgerRejection.HOLD_ENDED);
    }

    @Test
    void rejectsAReleaseOnAnUnknownWallet() {
      fixture
          .when(new ReleaseHold(hold(1), STRANGER, ANNA, NOW))
          .expectRejection(LedgerRejection.WALLET_NOT_FOUND);
    }
  }

  @Nested
  class Expire {

    @Test
    void holdExpiresAfterItsTime() {
      fixture
          .given(place(1, 60))
          .when(expire(LATER))
          .expectEvents(new HoldExpired(hold(1), BERT, LATER));
      fixture.given(place(2, 100));
    }

    @Test
    void rejectsTheExpiryOfAHoldBeforeItsTime() {
      fixture
          .given(place(1, 60))
          .when(expire(LATER.minusNanos(1)))
          .expectRejection(LedgerRejection.HOLD_NOT_EXPIRED);
    }

    @Test
    void rejectsTheExpiryOfAnEndedOrUnknownHold() {
      fixture.when(expire(LATER)).expectRejection(LedgerRejection.HOLD_NOT_FOUND);
      fixture
          .given(place(1, 60), release(ANNA, NOW))
          .when(expire(LATER))
          .expectRejection(LedgerRejection.HOLD_ENDED);
    }

    @Test
    void rejectsAnExpiryOnAnUnknownWallet() {
      fixture
          .when(new ExpireHold(hold(1), STRANGER, LATER))
          .expectRejection(LedgerRejection.WALLET_NOT_FOUND);
    }
  }
}
