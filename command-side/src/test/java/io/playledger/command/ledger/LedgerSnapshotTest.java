package io.playledger.command.ledger;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.GOLD;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.USD;
import static io.playledger.command.Samples.gold;
import static io.playledger.command.Samples.hold;
import static io.playledger.command.Samples.text;
import static io.playledger.command.Samples.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.CommandRejected;
import io.playledger.api.RejectionCode;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.event.AssetMinted;
import io.playledger.api.ledger.event.AssetRegistered;
import io.playledger.api.ledger.event.HoldPlaced;
import io.playledger.api.ledger.event.HoldReleased;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.ledger.event.WalletCredited;
import io.playledger.api.ledger.event.WalletOpened;
import io.playledger.command.aggregate.StateByFields;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class LedgerSnapshotTest {

  private static final Instant LATER = NOW.plusSeconds(60);

  private static Wallet wallet() {
    Wallet wallet = new Wallet();
    wallet.on(new WalletOpened(ANNA, NOW));
    wallet.on(new WalletCredited(ANNA, transaction(1), gold(100), 100, NOW));
    wallet.on(new WalletCredited(ANNA, transaction(2), new Amount(USD, 7), 7, NOW));
    wallet.on(new HoldPlaced(hold(1), ANNA, BERT, gold(30), text(ANNA), LATER, NOW));
    wallet.on(new HoldPlaced(hold(2), ANNA, BERT, gold(5), null, LATER, NOW));
    wallet.on(new HoldReleased(hold(2), ANNA, NOW));
    return wallet;
  }

  private static RejectionCode rejectionOf(Runnable decision) {
    return Assertions.catchThrowableOfType(CommandRejected.class, decision::run).code();
  }

  @Test
  void snapshotOfAWalletKeepsItsBalancesAndHolds() {
    Wallet wallet = StateByFields.throughASnapshot(wallet());

    assertThat(wallet.after(GOLD, -70, null)).isEqualTo(new Wallet.Balance(30, 0));
    assertThat(wallet.after(USD, -7, null)).isEqualTo(new Wallet.Balance(0, 0));
    assertThat(rejectionOf(() -> wallet.after(GOLD, -71, null)))
        .isEqualTo(LedgerRejection.INSUFFICIENT_FUNDS);
    assertThat(wallet.pendingHold(hold(1))).isEqualTo(new Hold(BERT, gold(30), LATER));
    assertThat(rejectionOf(() -> wallet.pendingHold(hold(2))))
        .isEqualTo(LedgerRejection.HOLD_ENDED);
  }

  @Test
  void walletForgetsTheOldestEndedHoldsWithAndWithoutASnapshot() {
    Holds holds = new Holds();
    for (int number = 0; number < Holds.ENDED_REMEMBERED_MAX; number++) {
      holds.end(hold(number));
    }
    Holds restored = StateByFields.throughASnapshot(holds);
    restored.end(hold(Holds.ENDED_REMEMBERED_MAX));

    assertThat(rejectionOf(() -> restored.pending(hold(0))))
        .isEqualTo(LedgerRejection.HOLD_NOT_FOUND);
    assertThat(rejectionOf(() -> restored.pending(hold(1)))).isEqualTo(LedgerRejection.HOLD_ENDED);
  }

  @Test
  void snapshotOfAnAssetKeepsItsMintedAmountOfTheDay() {
    AssetSupply supply = new AssetSupply();
    supply.on(new AssetRegistered(new Asset(GOLD, 0), true, 100L, NOW));
    supply.on(new AssetMinted(GOLD, LocalDate.parse("2026-11-21"), 60, 60, NOW));

    AssetSupply restored = StateByFields.throughASnapshot(supply);

    restored.checkMint(40, NOW);
    assertThat(rejectionOf(() -> restored.checkMint(41, NOW)))
        .isEqualTo(LedgerRejection.MINT_LIMIT_REACHED);
  }

  @Test
  void snapshotOfATransactionKeepsItsPostings() {
    LedgerTransaction transaction = new LedgerTransaction();
    Postings postings =
        Postings.of(
            new Posting(AccountId.MINT, GOLD, -5, TransactionType.AIRDROP),
            new Posting(AccountId.wallet(ANNA), GOLD, 5, TransactionType.AIRDROP));
    transaction.on(new TransactionPosted(transaction(1), postings, null, null, NOW));

    assertThat(StateByFields.throughASnapshot(transaction).reversalPostings())
        .isEqualTo(
            Postings.of(
                new Posting(AccountId.MINT, GOLD, 5, TransactionType.REVERSAL),
                new Posting(AccountId.wallet(ANNA), GOLD, -5, TransactionType.REVERSAL)));
  }
}
