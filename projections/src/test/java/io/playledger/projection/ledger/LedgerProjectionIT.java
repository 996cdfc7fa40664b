package io.playledger.projection.ledger;

import static io.playledger.projection.SampleMarket.ANNA;
import static io.playledger.projection.SampleMarket.BEN;
import static io.playledger.projection.SampleMarket.GOLD;
import static io.playledger.projection.SampleMarket.at;
import static io.playledger.projection.SampleMarket.credit;
import static io.playledger.projection.SampleMarket.gold;
import static io.playledger.projection.SampleMarket.held;
import static io.playledger.projection.SampleMarket.hold;
import static io.playledger.projection.SampleMarket.line;
import static io.playledger.projection.SampleMarket.transaction;
import static io.playledger.projection.SampleMarket.transfer;
import static io.playledger.projection.jooq.tables.AccountBalance.ACCOUNT_BALANCE;
import static io.playledger.projection.jooq.tables.Hold.HOLD;
import static io.playledger.projection.jooq.tables.LedgerTransaction.LEDGER_TRANSACTION;
import static io.playledger.projection.jooq.tables.Posting.POSTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.api.Event;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.event.HoldCaptured;
import io.playledger.api.ledger.event.HoldExpired;
import io.playledger.api.ledger.event.HoldReleased;
import io.playledger.api.ledger.event.TransactionReversed;
import io.playledger.api.ledger.event.WalletCredited;
import io.playledger.api.ledger.event.WalletDebited;
import io.playledger.api.ledger.query.HoldView;
import io.playledger.projection.MissingRowException;
import io.playledger.projection.ProjectedTables;
import io.playledger.projection.SampleMarket;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerProjectionIT {

  private ProjectedTables tables;

  @BeforeEach
  void open() throws Exception {
    tables = new ProjectedTables();
  }

  @AfterEach
  void close() throws Exception {
    tables.close();
  }

  @Nested
  class Postings {

    @Test
    void everyPostingOfABatchHasTheBalanceAfterIt() throws Exception {
      tables.happened(credit(1, BEN, 500));
      tables.happened(credit(2, BEN, 100), transfer(3, BEN, ANNA, 70), transfer(4, ANNA, BEN, 20));

      assertThat(balancesAfter(AccountId.wallet(BEN))).containsExactly(500, 600, 530, 550);
      assertThat(balancesAfter(AccountId.wallet(ANNA))).containsExactly(70, 50);
      assertThat(balancesAfter(AccountId.MINT)).containsExactly(-500, -600);
      assertThat(posted(BEN)).isEqualTo(550);
      assertThat(posted(ANNA)).isEqualTo(50);
    }

    @Test
    void postingsOfOneEventOnOneAccountFormOneEntry() throws Exception {
      TransactionType out = TransactionType.TRANSFER_OUT;
      tables.happened(
          credit(1, BEN, 500),
          SampleMarket.posted(
              2,
              line(AccountId.wallet(BEN), -10, out),
              line(AccountId.wallet(ANNA), 10, TransactionType.TRANSFER_IN),
              line(AccountId.wallet(BEN), -5, out),
              line(AccountId.FEES, 5, TransactionType.TRADE_FEE)));

      assertThat(balancesAfter(AccountId.wallet(BEN))).containsExactly(500, 490, 485);
      assertThat(
              tables
                  .sql()
                  .select(POSTING.LINE, POSTING.ENTRY_LINE, POSTING.COUNTERPARTY)
                  .from(POSTING)
                  .where(POSTING.POSITION.eq(2L))
                  .orderBy(POSTING.LINE)
                  .fetch(row -> row.value1() + " " + row.value2() + " " + row.value3()))
          .containsExactly("0 2 null", "1 1 wallet:" + BEN, "2 2 null", "3 3 wallet:" + BEN);
    }

    @Test
    void receiptsOfWalletsAreNotPostedAgain() throws Exception {
      tables.happened(
          credit(1, BEN, 500),
          new WalletCredited(BEN, transaction(1), gold(500), 500, at(5)),
          transfer(2, BEN, ANNA, 100),
          new WalletDebited(BEN, transaction(2), gold(100), 400, at(5)),
          new WalletCredited(ANNA, transaction(2), gold(100), 100, at(5)));

      assertThat(posted(BEN)).isEqualTo(400);
      assertThat(posted(ANNA)).isEqualTo(100);
      assertThat(heldOf(BEN) + heldOf(ANNA)).isZero();
      assertThat(tables.sql().fetchCount(POSTING)).isEqualTo(4);
    }

    @Test
    void postingsOfEveryContextAreCounted() throws Exception {
      tables.happened(SampleMarket.array(SampleMarket.opening()));
      tables.happened(SampleMarket.array(SampleMarket.disputedTrade()));

      assertThat(posted(BEN)).isEqualTo(1_000 - 200 + 80);
      assertThat(posted(ANNA)).isEqualTo(114);
      assertThat(posted(AccountId.FEES)).isEqualTo(6);
      assertThat(posted(AccountId.escrow(SampleMarket.TRADE.value()))).isZero();
    }
  }

  @Nested
  class TheSumOfAllAccounts {

    @Test
    void sumOfAllAccountsIsZeroAfterEveryEvent() throws Exception {
      for (Event event : SampleMarket.all()) {
        tables.happened(event);
        assertThat(sum()).as(event.toString()).isZero();
      }
    }

    @Test
    void sumOfAllAccountsShowsACreditBookedTwice() throws Exception {
      tables.happened(credit(1, BEN, 500));
      tables
          .sql()
          .update(ACCOUNT_BALANCE)
          .set(ACCOUNT_BALANCE.POSTED, ACCOUNT_BALANCE.POSTED.plus(500))
          .where(ACCOUNT_BALANCE.ACCOUNT.eq(AccountId.wallet(BEN)))
          .execute();
      tables.happened(transfer(2, BEN, ANNA, 10));

      assertThat(sum()).isEqualTo(500);
    }

    @Test
    void eventHandledTwiceIsAnError() throws Exception {
      tables.happened(credit(1, BEN, 500));

      assertThatThrownBy(tables::lastAgain)
          .hasStackTraceContaining("duplicate key value violates unique constraint");
      assertThat(posted(BEN)).isEqualTo(500);
      tables.happened(credit(2, BEN, 1));
      assertThat(posted(BEN)).as("nothing is left of the failed batch").isEqualTo(501);
    }
  }

  @Nested
  class Holds {

    @Test
    void holdReducesTheAvailableBalanceUntilItEnds() throws Exception {
      tables.happened(credit(1, BEN, 500), held(1, BEN, ANNA, 50));
      tables.happened(held(2, BEN, ANNA, 20), held(3, BEN, ANNA, 7));
      assertThat(heldOf(BEN)).isEqualTo(77);
      assertThat(posted(BEN)).isEqualTo(500);

      tables.happened(
          transfer(2, BEN, ANNA, 30),
          new HoldCaptured(hold(1), BEN, transaction(2), 30, at(40)),
          new HoldReleased(hold(2), BEN, at(41)));

      assertThat(heldOf(BEN)).isEqualTo(7);
      assertThat(posted(BEN)).isEqualTo(470);
      tables.happened(new HoldExpired(hold(3), BEN, at(60)));
      assertThat(heldOf(BEN)).isZero();
      assertThat(
              tables
                  .sql()
                  .select(HOLD.STATE, HOLD.CAPTURED_UNITS, HOLD.ENDED_POSITION)
                  .from(HOLD)
                  .orderBy(HOLD.ID)
                  .fetch(row -> row.value1() + " " + row.value2() + " " + row.value3()))
          .containsExactly("CAPTURED 30 6", "RELEASED null 7", "EXPIRED null 8");
    }

    @Test
    void holdThatEndsInItsBatchHoldsNothing() throws Exception {
      tables.happened(
          credit(1, BEN, 500), held(1, BEN, ANNA, 50), new HoldReleased(hold(1), BEN, at(41)));

      assertThat(heldOf(BEN)).isZero();
    }

    @Test
    void endOfAnUnknownHoldIsAnError() throws Exception {
      tables.happened(credit(1, BEN, 500), held(1, BEN, ANNA, 50));

      assertThatThrownBy(
              () ->
                  tables.happened(
                      new HoldReleased(hold(1), BEN, at(41)),
                      new HoldExpired(hold(9), BEN, at(60))))
          .isInstanceOf(MissingRowException.class)
          .hasMessageContaining("hold")
          .hasMessageContaining(hold(9).toString());
      assertThat(heldOf(BEN)).as("the whole batch is undone").isEqualTo(50);
    }

    @Test
    void secondEndOfAHoldIsAnError() throws Exception {
      tables.happened(
          credit(1, BEN, 500), held(1, BEN, ANNA, 50), new HoldReleased(hold(1), BEN, at(41)));

      assertThatThrownBy(() -> tables.happened(new HoldExpired(hold(1), BEN, at(60))))
          .isInstanceOf(MissingRowException.class);
      assertThat(tables.sql().fetchSingle(HOLD).get(HOLD.STATE)).isEqualTo(HoldView.State.RELEASED);
    }
  }

  @Nested
  class Reversals {

    @Test
    void reversalIsNotedOnItsTransactionEvenInTheSameBatch() throws Exception {
      tables.happened(
          credit(1, BEN, 500),
          transfer(2, BEN, ANNA, 40),
          transfer(3, ANNA, BEN, 40),
          new TransactionReversed(transaction(2), transaction(3), at(61)),
          transfer(4, BEN, ANNA, 1));

      assertThat(
              tables
                  .sql()
                  .select(LEDGER_TRANSACTION.REVERSED_BY)
                  .from(LEDGER_TRANSACTION)
                  .where(LEDGER_TRANSACTION.ID.eq(transaction(2)))
                  .fetchSingle(LEDGER_TRANSACTION.REVERSED_BY))
          .isEqualTo(transaction(3));
      assertThat(balancesAfter(AccountId.wallet(BEN))).containsExactly(500, 460, 500, 499);
    }

    @Test
    void reversalOfAnUnknownTransactionIsAnError() {
      assertThatThrownBy(
              () ->
                  tables.happened(new TransactionReversed(transaction(2), transaction(3), at(61))))
          .isInstanceOf(MissingRowException.class)
          .hasMessageContaining("ledger_transaction");
    }
  }

  @Test
  void balancesOfSystemAccountsCanExceedALong() throws Exception {
    tables.happened(credit(1, BEN, Long.MAX_VALUE), credit(2, ANNA, Long.MAX_VALUE));

    assertThat(balance(AccountId.MINT, "posted"))
        .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TWO).negate());
    assertThat(sum()).isZero();
  }

  @Test
  void largeBatchIsWrittenInSeveralStatements() throws Exception {
    Event[] credits = new Event[1_200];
    for (int number = 0; number < credits.length; number++) {
      credits[number] = credit(number, new PlayerId(SampleMarket.id(10_000 + number)), 1);
    }
    tables.happened(credits);

    assertThat(tables.sql().fetchCount(POSTING)).isEqualTo(2_400);
    assertThat(posted(AccountId.MINT)).isEqualTo(-1_200);
    assertThat(balancesAfter(AccountId.MINT).getLast()).isEqualTo(-1_200);
  }

  private List<Integer> balancesAfter(AccountId account) {
    return tables
        .sql()
        .select(POSTING.BALANCE_AFTER)
        .from(POSTING)
        .where(POSTING.ACCOUNT.eq(account))
        .orderBy(POSTING.POSITION, POSTING.LINE)
        .fetch(row -> row.value1().intValueExact());
  }

  private long posted(PlayerId player) {
    return posted(AccountId.wallet(player));
  }

  private long posted(AccountId account) {
    return balance(account, "posted").longValueExact();
  }

  private long heldOf(PlayerId player) {
    return balance(AccountId.wallet(player), "held").longValueExact();
  }

  private BigInteger balance(AccountId account, String column) {
    Map<String, Object> row =
        tables
            .sql()
            .selectFrom(ACCOUNT_BALANCE)
            .where(ACCOUNT_BALANCE.ACCOUNT.eq(account), ACCOUNT_BALANCE.ASSET.eq(GOLD))
            .fetchSingle()
            .intoMap();
    return (BigInteger) row.get(column);
  }

  private long sum() {
    return tables
        .sql()
        .select(DSL.coalesce(DSL.sum(ACCOUNT_BALANCE.POSTED), BigDecimal.ZERO))
        .from(ACCOUNT_BALANCE)
        .fetchSingle()
        .value1()
        .longValueExact();
  }
}
