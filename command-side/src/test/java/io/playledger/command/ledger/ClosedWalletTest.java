package io.playledger.command.ledger;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.CARA;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.credit;
import static io.playledger.command.Samples.gold;
import static io.playledger.command.Samples.hold;
import static io.playledger.command.Samples.register;
import static io.playledger.command.Samples.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.identity.ErasePlayer;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.command.CaptureHold;
import io.playledger.api.ledger.command.DebitWallet;
import io.playledger.api.ledger.command.PlaceHold;
import io.playledger.api.ledger.command.PostTransfer;
import io.playledger.api.ledger.command.ReverseTransaction;
import io.playledger.api.ledger.command.TransferLeg;
import io.playledger.command.CommandFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wallet of an erased player accepts no new payments, but those that were owed before. */
class ClosedWalletTest {

  private static final ErasePlayer BERT_GOES = new ErasePlayer(BERT, null, NOW);

  private final CommandFixture fixture =
      new CommandFixture()
          .given(register(ANNA), register(BERT), register(CARA))
          .given(credit(1, ANNA, 100), credit(2, BERT, 50));

  private static PostTransfer transfer(boolean dryRun) {
    return new PostTransfer(
        transaction(9),
        List.of(new TransferLeg(ANNA, CARA, gold(10)), new TransferLeg(ANNA, BERT, gold(10))),
        null,
        dryRun,
        NOW);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void closedWalletRejectsATransferWithAllItsLegs(boolean dryRun) {
    fixture.given(BERT_GOES).when(transfer(dryRun)).expectRejection(LedgerRejection.WALLET_CLOSED);
  }

  @Test
  void closedWalletRejectsACredit() {
    fixture
        .given(BERT_GOES)
        .when(credit(3, BERT, 1))
        .expectRejection(LedgerRejection.WALLET_CLOSED);
  }

  @Test
  void closedWalletCanBeDebited() {
    fixture.given(BERT_GOES);
    assertThat(
            fixture
                .send(
                    new DebitWallet(
                        transaction(9),
                        BERT,
                        gold(50),
                        TransactionType.WITHDRAWAL,
                        AccountId.BURN,
                        null,
                        NOW))
                .failure())
        .isEmpty();
  }

  @Test
  void closedWalletAcceptsAReversal() {
    fixture.given(
        new PostTransfer(
            transaction(8), List.of(new TransferLeg(BERT, ANNA, gold(50))), null, false, NOW),
        BERT_GOES);
    assertThat(
            fixture
                .send(new ReverseTransaction(transaction(9), transaction(8), null, NOW))
                .failure())
        .isEmpty();
  }

  @Test
  void closedWalletAcceptsTheCaptureOfAnEarlierHold() {
    fixture.given(
        new PlaceHold(hold(1), ANNA, BERT, gold(10), null, NOW.plusSeconds(60), NOW), BERT_GOES);
    assertThat(
            fixture
                .send(new CaptureHold(hold(1), ANNA, BERT, null, transaction(9), null, NOW))
                .failure())
        .isEmpty();
  }
}
