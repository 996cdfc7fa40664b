package io.playledger.query.ledger;

import static io.playledger.query.Day.ADA;
import static io.playledger.query.Day.BOB;
import static io.playledger.query.Day.GOLD;
import static io.playledger.query.Day.USD;
import static io.playledger.query.Day.asset;
import static io.playledger.query.Day.at;
import static io.playledger.query.Day.id;
import static io.playledger.query.Day.line;
import static io.playledger.query.Day.posted;
import static io.playledger.query.Day.reward;
import static io.playledger.query.Day.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.AsOf;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.event.AssetRegistered;
import io.playledger.api.ledger.event.HoldCaptured;
import io.playledger.api.ledger.event.HoldExpired;
import io.playledger.api.ledger.event.HoldPlaced;
import io.playledger.api.ledger.event.HoldReleased;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.ledger.event.WalletOpened;
import io.playledger.api.ledger.query.AssetList;
import io.playledger.api.ledger.query.FindHold;
import io.playledger.api.ledger.query.FindWallet;
import io.playledger.api.ledger.query.HoldView;
import io.playledger.api.ledger.query.ListAssets;
import io.playledger.api.ledger.query.ListHolds;
import io.playledger.api.ledger.query.WalletView;
import io.playledger.query.ReadTables;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WalletQueriesIT {

  @RegisterExtension final ReadTables tables = new ReadTables();

  @BeforeEach
  void assets() throws Exception {
    tables.happened(asset(USD, 2), asset(GOLD, 0));
  }

  @Test
  void walletIsReadAsOfEveryPosition() throws Exception {
    long opened = tables.happened(new WalletOpened(ADA, at(0)));
    long paid = tables.happened(reward(1, at(1), ADA, USD, 1_000));
    long held = tables.happened(held(1, 300, 2));
    long gold = tables.happened(reward(2, at(3), ADA, GOLD, 7));
    long captured = tables.happened(capture(1, 250, 4));
    long ended = tables.happened(new HoldCaptured(hold(1), ADA, transaction(3), 250, at(4)));

    assertThat(tables.ask(new FindWallet(ADA, new AsOf.AtPosition(opened - 1)))).isNull();
    assertThat(atPosition(opened)).isEmpty();
    assertThat(atPosition(paid)).containsExactly(usd("10.00", "0.00", "10.00"));
    assertThat(atPosition(held)).containsExactly(usd("10.00", "3.00", "7.00"));
    assertThat(atPosition(gold))
        .containsExactly(new WalletView.Balance(GOLD, "7", "0", "7"), usd("10.00", "3.00", "7.00"));
    assertThat(atPosition(captured))
        .containsExactly(new WalletView.Balance(GOLD, "7", "0", "7"), usd("7.50", "3.00", "4.50"));
    assertThat(atPosition(ended))
        .containsExactly(new WalletView.Balance(GOLD, "7", "0", "7"), usd("7.50", "0.00", "7.50"));
    assertThat(atPosition(ended + 1_000)).isEqualTo(latest());
  }

  @Test
  void walletIsReadAsOfEveryInstant() throws Exception {
    tables.happened(
        new WalletOpened(ADA, at(0)),
        reward(1, at(1), ADA, USD, 1_000),
        held(1, 300, 2),
        held(2, 100, 3),
        new HoldReleased(hold(1), ADA, at(4)),
        new HoldExpired(hold(2), ADA, at(60)));

    assertThat(tables.ask(new FindWallet(ADA, new AsOf.AtInstant(at(0).minusMillis(1))))).isNull();
    assertThat(atInstant(0)).isEmpty();
    assertThat(atInstant(1)).containsExactly(usd("10.00", "0.00", "10.00"));
    assertThat(atInstant(2)).containsExactly(usd("10.00", "3.00", "7.00"));
    assertThat(atInstant(3)).containsExactly(usd("10.00", "4.00", "6.00"));
    assertThat(atInstant(4)).containsExactly(usd("10.00", "1.00", "9.00"));
    assertThat(atInstant(60)).containsExactly(usd("10.00", "0.00", "10.00")).isEqualTo(latest());
  }

  @Test
  void balanceAfterAnEventIsThatOfItsLastLine() throws Exception {
    long position =
        tables.happened(
            new WalletOpened(ADA, at(0)),
            reward(1, at(1), ADA, USD, 1_000),
            posted(
                2,
                at(1),
                line(AccountId.wallet(ADA), USD, -100, TransactionType.TRANSFER_OUT),
                line(AccountId.wallet(BOB), USD, 100, TransactionType.TRANSFER_IN),
                line(AccountId.wallet(ADA), USD, -200, TransactionType.TRANSFER_OUT),
                line(AccountId.wallet(BOB), USD, 200, TransactionType.TRANSFER_IN)));

    assertThat(atPosition(position)).containsExactly(usd("7.00", "0.00", "7.00"));
    assertThat(atInstant(1)).isEqualTo(latest());
  }

  @Test
  void onlyPendingHoldsAreListed() throws Exception {
    tables.happened(held(3, 30, 0), held(1, 10, 1), held(2, 20, 2));
    tables.happened(new HoldReleased(hold(2), ADA, at(5)));

    assertThat(tables.ask(new ListHolds(ADA)).holds())
        .extracting(HoldView::id)
        .containsExactly(hold(3), hold(1));
    assertThat(tables.ask(new ListHolds(BOB)).holds()).isEmpty();
    assertThat(tables.ask(new FindHold(hold(2))).state()).isEqualTo(HoldView.State.RELEASED);
    assertThat(tables.ask(new FindHold(hold(1))).purpose()).isEqualTo("a bet");
    assertThat(tables.ask(new FindHold(hold(1))).amount()).isEqualTo("0.10");
    tables.erase(ADA);
    assertThat(tables.ask(new FindHold(hold(1))).purpose()).isEqualTo("[erased]");
    assertThat(tables.ask(new FindHold(hold(99)))).isNull();
  }

  @Test
  void assetsAreListedByCodeWithTheirLimits() throws Exception {
    AssetCode token = new AssetCode("TOKEN");
    tables.happened(new AssetRegistered(new Asset(token, 8), false, 150_000_000L, at(0)));

    assertThat(tables.ask(new ListAssets()).assets())
        .containsExactly(
            new AssetList.AssetView(GOLD, 0, true, null),
            new AssetList.AssetView(token, 8, false, "1.50000000"),
            new AssetList.AssetView(USD, 2, true, null));
  }

  private List<WalletView.Balance> latest() {
    return tables.ask(new FindWallet(ADA, AsOf.latest())).balances();
  }

  private List<WalletView.Balance> atPosition(long position) {
    return tables.ask(new FindWallet(ADA, new AsOf.AtPosition(position))).balances();
  }

  private List<WalletView.Balance> atInstant(int minute) {
    return tables.ask(new FindWallet(ADA, new AsOf.AtInstant(at(minute)))).balances();
  }

  private static WalletView.Balance usd(String posted, String held, String available) {
    return new WalletView.Balance(USD, posted, held, available);
  }

  private static HoldId hold(long number) {
    return new HoldId(id(number));
  }

  /** Of dollars, for an hour. */
  private HoldPlaced held(long hold, long units, int minute) {
    return new HoldPlaced(
        hold(hold),
        ADA,
        BOB,
        new Amount(USD, units),
        tables.says(ADA, "a bet"),
        at(minute + 60),
        at(minute));
  }

  private static TransactionPosted capture(long hold, long units, int minute) {
    return posted(
        hold + 2,
        at(minute),
        line(AccountId.wallet(ADA), USD, -units, TransactionType.HOLD_CAPTURE),
        line(AccountId.wallet(BOB), USD, units, TransactionType.HOLD_CAPTURE));
  }
}
