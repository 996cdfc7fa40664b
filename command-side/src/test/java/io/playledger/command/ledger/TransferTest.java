package io.playledger.command.ledger;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.CARA;
import static io.playledger.command.Samples.GOLD;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.STRANGER;
import static io.playledger.command.Samples.USD;
import static io.playledger.command.Samples.credit;
import static io.playledger.command.Samples.gold;
import static io.playledger.command.Samples.hold;
import static io.playledger.command.Samples.register;
import static io.playledger.command.Samples.text;
import static io.playledger.command.Samples.transaction;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.command.PlaceHold;
import io.playledger.api.ledger.command.PostTransfer;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.api.ledger.command.TransactionReceipt.WalletChange;
import io.playledger.api.ledger.command.TransferLeg;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.ledger.event.WalletCredited;
import io.playledger.api.ledger.event.WalletDebited;
import io.playledger.command.CommandFixture;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TransferTest {

  private final CommandFixture fixture =
      new CommandFixture()
          .given(register(ANNA), register(BERT), register(CARA), credit(1, ANNA, 100));

  private static PostTransfer transfer(TransferLeg... legs) {
    return new PostTransfer(transaction(9), List.of(legs), null, false, NOW);
  }

  private static TransferLeg leg(PlayerId from, PlayerId to, long units) {
    return new TransferLeg(from, to, gold(units));
  }

  private static Posting line(PlayerId wallet, long units) {
    return new Posting(
        AccountId.wallet(wallet),
        GOLD,
        units,
        units < 0 ? TransactionType.TRANSFER_OUT : TransactionType.TRANSFER_IN);
  }

  @Nested
  class Accepts {

    @Test
    void acceptsOneLegWithAMemo() {
      fixture
          .when(
              new PostTransfer(
                  transaction(9), List.of(leg(ANNA, BERT, 30)), text(ANNA), false, NOW))
          .expectEvents(
              new TransactionPosted(
                  transaction(9),
                  Postings.of(line(ANNA, -30), line(BERT, 30)),
                  text(ANNA),
                  null,
                  NOW),
              new WalletDebited(ANNA, transaction(9), gold(30), 70, NOW),
              new WalletCredited(BERT, transaction(9), gold(30), 30, NOW))
          .expectAnswer(
              new TransactionReceipt(
                  transaction(9),
                  List.of(
                      new WalletChange(AccountId.wallet(ANNA), GOLD, -30, 70, 70),
                      new WalletChange(AccountId.wallet(BERT), GOLD, 30, 30, 30)),
                  false));
    }

    @Test
    void acceptsLegsThatPassOnWhatOtherLegsBring() {
      fixture
          .when(transfer(leg(ANNA, BERT, 60), leg(BERT, CARA, 60)))
          .expectEvents(
              new TransactionPosted(
                  transaction(9),
                  Postings.of(line(ANNA, -60), line(BERT, 60), line(BERT, -60), line(CARA, 60)),
                  null,
                  null,
                  NOW),
              new WalletDebited(ANNA, transaction(9), gold(60), 40, NOW),
              new WalletCredited(CARA, transaction(9), gold(60), 60, NOW));
    }

    @Test
    void acceptsATransferOfTheWholeBalance() {
      fixture
          .when(transfer(leg(ANNA, BERT, 100)))
          .expectAnswer(
              new TransactionReceipt(
                  transaction(9),
                  List.of(
                      new WalletChange(AccountId.wallet(ANNA), GOLD, -100, 0, 0),
                      new WalletChange(AccountId.wallet(BERT), GOLD, 100, 100, 100)),
                  false));
    }

    @Test
    void dryRunAnswersAndStoresNothing() {
      fixture
          .when(new PostTransfer(transaction(9), List.of(leg(ANNA, BERT, 30)), null, true, NOW))
          .expectNothingStored()
          .expectAnswer(
              new TransactionReceipt(
                  transaction(9),
                  List.of(
                      new WalletChange(AccountId.wallet(ANNA), GOLD, -30, 70, 70),
                      new WalletChange(AccountId.wallet(BERT), GOLD, 30, 30, 30)),
                  true));
      fixture.given(transfer(leg(ANNA, BERT, 100)));
    }
  }

  @Nested
  class Rejects {

    @Test
    void rejectsATransferAboveTheAvailableBalance() {
      fixture
          .when(transfer(leg(ANNA, BERT, 101)))
          .expectRejection(LedgerRejection.INSUFFICIENT_FUNDS);
    }

    @Test
    void rejectsATransferOfHeldFunds() {
      fixture
          .given(new PlaceHold(hold(1), ANNA, CARA, gold(80), null, NOW.plusSeconds(60), NOW))
          .when(transfer(leg(ANNA, BERT, 21)))
          .expectRejection(LedgerRejection.INSUFFICIENT_FUNDS);
    }

    @Test
    void rejectsAnAssetThatTheWalletDoesNotHold() {
      fixture
          .when(transfer(new TransferLeg(ANNA, BERT, new Amount(USD, 1))))
          .expectRejection(LedgerRejection.INSUFFICIENT_FUNDS);
    }

    @Test
    void rejectsAllLegsIfTheLastOneFails() {
      fixture
          .when(transfer(leg(ANNA, BERT, 10), leg(CARA, BERT, 1)))
          .expectRejection(LedgerRejection.INSUFFICIENT_FUNDS);
    }

    @Test
    void rejectsADryRunOfATransferThatWouldFail() {
      fixture
          .when(new PostTransfer(transaction(9), List.of(leg(BERT, ANNA, 1)), null, true, NOW))
          .expectRejection(LedgerRejection.INSUFFICIENT_FUNDS);
    }

    @Test
    void rejectsAnAmountOfZeroOrLess() {
      fixture
          .when(transfer(leg(ANNA, BERT, 0)))
          .expectRejection(LedgerRejection.AMOUNT_NOT_POSITIVE);
      fixture
          .when(transfer(leg(ANNA, BERT, -5)))
          .expectRejection(LedgerRejection.AMOUNT_NOT_POSITIVE);
      fixture
          .when(transfer(leg(ANNA, BERT, Long.MIN_VALUE)))
          .expectRejection(LedgerRejection.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void rejectsLegsWhoseSumOverflows() {
      fixture
          .when(transfer(leg(ANNA, BERT, Long.MAX_VALUE), leg(ANNA, BERT, 1)))
          .expectRejection(LedgerRejection.AMOUNT_OUT_OF_RANGE);
    }

    @Test
    void rejectsLegsWhoseSumIsTheSmallestLong() {
      fixture
          .when(transfer(leg(ANNA, BERT, Long.MAX_VALUE), leg(ANNA, CARA, 1)))
          .expectRejection(LedgerRejection.AMOUNT_OUT_OF_RANGE);
    }

    @Test
    void rejectsATransferThatOverflowsTheReceiversBalance() {
      fixture
          .given(credit(2, BERT, Long.MAX_VALUE))
          .when(transfer(leg(ANNA, BERT, 1)))
          .expectRejection(LedgerRejection.AMOUNT_OUT_OF_RANGE);
    }

    @Test
    void rejectsATransferToTheSameWallet() {
      fixture.when(transfer(leg(ANNA, ANNA, 1))).expectRejection(LedgerRejection.TRANSFER_TO_SELF);
    }

    @Test
    void rejectsATransferWithoutLegsOrWithTooMany() {
      fixture.when(transfer()).expectRejection(LedgerRejection.TRANSFER_LEGS_OUT_OF_RANGE);
      fixture
          .when(
              new PostTransfer(
                  transaction(9),
                  Collections.nCopies(PostTransfer.LEGS_MAX + 1, leg(ANNA, BERT, 1)),
                  null,
                  false,
                  NOW))
          .expectRejection(LedgerRejection.TRANSFER_LEGS_OUT_OF_RANGE);
    }

    @Test
    void rejectsUnknownWallets() {
      fixture
          .when(transfer(leg(ANNA, STRANGER, 1)))
          .expectRejection(LedgerRejection.WALLET_NOT_FOUND);
      fixture
          .when(transfer(leg(STRANGER, ANNA, 1)))
          .expectRejection(LedgerRejection.WALLET_NOT_FOUND);
    }

    @Test
    void rejectsATransferUnderATakenId() {
      fixture
          .given(transfer(leg(ANNA, BERT, 1)))
          .when(transfer(leg(ANNA, BERT, 1)))
          .expectRejection(LedgerRejection.TRANSACTION_ALREADY_EXISTS);
    }
  }
}
