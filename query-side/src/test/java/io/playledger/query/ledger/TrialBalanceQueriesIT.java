package io.playledger.query.ledger;

import static io.playledger.projection.jooq.tables.AccountBalance.ACCOUNT_BALANCE;
import static io.playledger.projection.jooq.tables.Posting.POSTING;
import static io.playledger.query.Day.ADA;
import static io.playledger.query.Day.GOLD;
import static io.playledger.query.Day.USD;
import static io.playledger.query.Day.asset;
import static io.playledger.query.Day.at;
import static io.playledger.query.Day.id;
import static io.playledger.query.Day.line;
import static io.playledger.query.Day.posted;
import static io.playledger.query.Day.reward;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.AsOf;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.query.FindTrialBalance;
import io.playledger.api.ledger.query.TrialBalanceView;
import io.playledger.query.ReadTables;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrialBalanceQueriesIT {

  private static final TrialBalanceView.Line GOLD_LINE =
      new TrialBalanceView.Line(GOLD, "7", "0", "-7", "0");

  @RegisterExtension final ReadTables tables = new ReadTables();

  private long beforeEscrow;
  private long last;

  @BeforeEach
  void books() throws Exception {
    tables.happened(asset(USD, 2), asset(GOLD, 0));
    beforeEscrow =
        tables.happened(reward(1, at(1), ADA, USD, 1_000), reward(2, at(2), ADA, GOLD, 7));
    last =
        tables.happened(
            posted(
                3,
                at(3),
                line(AccountId.wallet(ADA), USD, -400, TransactionType.ESCROW_FUNDING),
                line(AccountId.escrow(id(5)), USD, 390, TransactionType.ESCROW_FUNDING),
                line(AccountId.FEES, USD, 10, TransactionType.TRADE_FEE)));
  }

  @Test
  void trialBalanceOfSoundBooksIsZero() {
    var expected =
        List.of(GOLD_LINE, new TrialBalanceView.Line(USD, "6.00", "3.90", "-9.90", "0.00"));

    assertThat(lines(AsOf.latest())).isEqualTo(expected);
    assertThat(lines(new AsOf.AtPosition(last))).isEqualTo(expected);
    assertThat(lines(new AsOf.AtInstant(at(3)))).isEqualTo(expected);
  }

  @Test
  void trialBalanceIsReadAsOfPositionsAndInstants() {
    var expected =
        List.of(GOLD_LINE, new TrialBalanceView.Line(USD, "10.00", "0.00", "-10.00", "0.00"));

    assertThat(lines(new AsOf.AtPosition(beforeEscrow))).isEqualTo(expected);
    assertThat(lines(new AsOf.AtInstant(at(2)))).isEqualTo(expected);
    assertThat(lines(new AsOf.AtPosition(1))).isEmpty();
    assertThat(lines(new AsOf.AtInstant(at(0)))).isEmpty();
  }

  @Test
  void trialBalanceShowsAPlantedDifference() {
    tables
        .sql()
        .update(ACCOUNT_BALANCE)
        .set(ACCOUNT_BALANCE.POSTED, BigInteger.valueOf(391))
        .where(ACCOUNT_BALANCE.ACCOUNT.eq(AccountId.escrow(id(5))))
        .execute();
    tables
        .sql()
        .update(POSTING)
        .set(POSTING.UNITS, 388L)
        .where(POSTING.ACCOUNT.eq(AccountId.escrow(id(5))))
        .execute();

    assertThat(lines(AsOf.latest()))
        .containsExactly(
            GOLD_LINE, new TrialBalanceView.Line(USD, "6.00", "3.91", "-9.90", "0.01"));
    assertThat(lines(new AsOf.AtPosition(last)))
        .containsExactly(
            GOLD_LINE, new TrialBalanceView.Line(USD, "6.00", "3.88", "-9.90", "-0.02"));
  }

  @Test
  void sumsAboveALongAreExact() throws Exception {
    tables.happened(
        reward(11, at(4), ADA, GOLD, Long.MAX_VALUE - 7),
        reward(12, at(4), ADA, GOLD, Long.MAX_VALUE));

    var expected =
        new TrialBalanceView.Line(GOLD, "18446744073709551614", "0", "-18446744073709551614", "0");

    assertThat(lines(AsOf.latest())).contains(expected);
    assertThat(lines(new AsOf.AtInstant(at(4)))).contains(expected);
  }

  private List<TrialBalanceView.Line> lines(AsOf asOf) {
    return tables.ask(new FindTrialBalance(asOf)).lines();
  }
}
