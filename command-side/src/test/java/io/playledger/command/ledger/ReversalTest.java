package io.playledger.command.ledger;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.GOLD;
import static io.playledger.command.Samples.MODERATOR;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.credit;
import static io.playledger.command.Samples.gold;
import static io.playledger.command.Samples.register;
import static io.playledger.command.Samples.text;
import static io.playledger.command.Samples.transaction;

import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.command.PostTransfer;
import io.playledger.api.ledger.command.ReverseTransaction;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.api.ledger.command.TransactionReceipt.WalletChange;
import io.playledger.api.ledger.command.TransferLeg;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.ledger.event.TransactionReversed;
import io.playledger.api.ledger.event.WalletCredited;
import io.playledger.api.ledger.event.WalletDebited;
import io.playledger.command.CommandFixture;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReversalTest {

  private final CommandFixture fixture =
      new CommandFixture()
          .given(register(ANNA), register(BERT), credit(1, ANNA, 100), transfer(2, 30));

  private static PostTransfer transfer(long number, long units) {
    return new PostTransfer(
        transaction(number),
        List.of(new TransferLeg(ANNA, BERT, gold(units))),
        text(ANNA),
        false,
        NOW);
  }

  private static ReverseTransaction reverse(long original, long reversal) {
    return new ReverseTransaction(
        transaction(reversal), transaction(original), text(MODERATOR), NOW);
  }

  @Nested
  class Accepts {

    @Test
    void reversalIsTheExactOppositeAndNamesItsOriginal() {
      fixture
          .when(reverse(2, 3))
          .expectEvents(
              new TransactionReversed(transaction(2), transaction(3), NOW),
              new TransactionPosted(
                  transaction(3),
                  Postings.of(
                      new Posting(AccountId.wallet(ANNA), GOLD, 30, TransactionType.REVERSAL),
                      new Posting(AccountId.wallet(BERT), GOLD, -30, TransactionType.REVERSAL)),
                  text(MODERATOR),
                  transaction(2),
                  NOW),
              new WalletCredited(ANNA, transaction(3), gold(30), 100, NOW),
              new WalletDebited(BERT, transaction(3), gold(30), 0, NOW))
          .expectAnswer(
              new TransactionReceipt(
                  transaction(3),
                  List.of(
                      new WalletChange(AccountId.wallet(ANNA), GOLD, 30, 100, 100),
                      new WalletChange(AccountId.wallet(BERT), GOLD, -30, 0, 0)),
                  false));
    }

    @Test
    void creditCanBeReversedAfterItsTransferWasReversed() {
      fixture.given(reverse(2, 3), reverse(1, 4));
    }
  }

  @Nested
  class Rejects {

    @Test
    void rejectsTheReversalOfAnUnknownTransaction() {
      fixture.when(reverse(7, 8)).expectRejection(LedgerRejection.TRANSACTION_NOT_FOUND);
    }

    @Test
    void rejectsASecondReversal() {
      fixture
          .given(reverse(2, 3))
          .when(reverse(2, 4))
          .expectRejection(LedgerRejection.TRANSACTION_ALREADY_REVERSED);
    }

    @Test
    void rejectsTheReversalOfAReversal() {
      fixture
          .given(reverse(2, 3))
          .when(reverse(3, 4))
          .expectRejection(LedgerRejection.REVERSAL_NOT_REVERSIBLE);
    }

    @Test
    void rejectsTheReversalOfSpentFunds() {
      fixture.when(reverse(1, 3)).expectRejection(LedgerRejection.INSUFFICIENT_FUNDS);
    }

    @Test
    void rejectsAReversalUnderATakenIdOrUnderItsOriginals() {
      fixture.when(reverse(2, 1)).expectRejection(LedgerRejection.TRANSACTION_ALREADY_EXISTS);
      fixture.when(reverse(2, 2)).expectRejection(LedgerRejection.TRANSACTION_ALREADY_EXISTS);
    }
  }
}
