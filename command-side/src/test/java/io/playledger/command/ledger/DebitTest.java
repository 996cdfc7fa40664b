package io.playledger.command.ledger;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.GOLD;
import static io.playledger.command.Samples.MODERATOR;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.STRANGER;
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
import io.playledger.api.ledger.command.DebitWallet;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.api.ledger.command.TransactionReceipt.WalletChange;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.ledger.event.WalletDebited;
import io.playledger.command.CommandFixture;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DebitTest {

  private final CommandFixture fixture =
      new CommandFixture().given(register(ANNA), register(BERT), credit(1, ANNA, 100));

  private static DebitWallet debit(AccountId target, long units) {
    return new DebitWallet(
        transaction(9), ANNA, gold(units), TransactionType.PENALTY, target, text(MODERATOR), NOW);
  }

  @Nested
  class Accepts {

    @Test
    void acceptsADebitToTheBurnAccount() {
      fixture
          .when(debit(AccountId.BURN, 100))
          .expectEvents(
              new TransactionPosted(
                  transaction(9),
                  Postings.of(
                      new Posting(AccountId.wallet(ANNA), GOLD, -100, TransactionType.PENALTY),
                      new Posting(AccountId.BURN, GOLD, 100, TransactionType.PENALTY)),
                  text(MODERATOR),
                  null,
                  NOW),
              new WalletDebited(ANNA, transaction(9), gold(100), 0, NOW))
          .expectAnswer(
              new TransactionReceipt(
                  transaction(9),
                  List.of(new WalletChange(AccountId.wallet(ANNA), GOLD, -100, 0, 0)),
                  false));
    }
  }

  @Nested
  class Rejects {

    @Test
    void rejectsASystemAccountThatIsNoTarget() {
      for (AccountId target : List.of(AccountId.MINT, AccountId.FEES, AccountId.wallet(BERT))) {
        fixture.when(debit(target, 1)).expectRejection(LedgerRejection.DEBIT_TARGET_NOT_ALLOWED);
      }
    }

    @Test
    void rejectsAnAmountOfZeroOrLess() {
      fixture
          .when(debit(AccountId.PAYMENTS, 0))
          .expectRejection(LedgerRejection.AMOUNT_NOT_POSITIVE);
      fixture
          .when(debit(AccountId.PAYMENTS, -1))
          .expectRejection(LedgerRejection.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void rejectsADebitAboveTheBalance() {
      fixture.when(debit(AccountId.BURN, 101)).expectRejection(LedgerRejection.INSUFFICIENT_FUNDS);
    }

    @Test
    void rejectsADebitFromAnUnknownWallet() {
      fixture
          .when(
              new DebitWallet(
                  transaction(9),
                  STRANGER,
                  gold(1),
                  TransactionType.PENALTY,
                  AccountId.BURN,
                  null,
                  NOW))
          .expectRejection(LedgerRejection.WALLET_NOT_FOUND);
    }

    @Test
    void rejectsADebitUnderATakenId() {
      fixture
          .given(debit(AccountId.BURN, 1))
          .when(debit(AccountId.BURN, 1))
          .expectRejection(LedgerRejection.TRANSACTION_ALREADY_EXISTS);
    }
  }
}
