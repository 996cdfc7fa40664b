package io.playledger.query.ledger;

import static io.playledger.query.Day.ADA;
import static io.playledger.query.Day.BOB;
import static io.playledger.query.Day.CARA;
import static io.playledger.query.Day.GOLD;
import static io.playledger.query.Day.NOON;
import static io.playledger.query.Day.USD;
import static io.playledger.query.Day.asset;
import static io.playledger.query.Day.at;
import static io.playledger.query.Day.line;
import static io.playledger.query.Day.posted;
import static io.playledger.query.Day.reward;
import static io.playledger.query.Day.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.playledger.api.InvalidCursorException;
import io.playledger.api.PageOf;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.ledger.event.TransactionReversed;
import io.playledger.api.ledger.query.BalanceExplanation;
import io.playledger.api.ledger.query.ExplainBalance;
import io.playledger.api.ledger.query.FindTransaction;
import io.playledger.api.ledger.query.ListTransactions;
import io.playledger.api.ledger.query.TransactionPage;
import io.playledger.api.ledger.query.TransactionView;
import io.playledger.query.Pages;
import io.playledger.query.ReadTables;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionQueriesIT {

  private static final AccountId ADAS = AccountId.wallet(ADA);
  private static final AccountId BOBS = AccountId.wallet(BOB);
  private static final AccountId CARAS = AccountId.wallet(CARA);

  @RegisterExtension final ReadTables tables = new ReadTables();

  @BeforeEach
  void assets() throws Exception {
    tables.happened(asset(USD, 2), asset(GOLD, 0));
  }

  @Test
  void legsWithOneReasonFormOneEntry() throws Exception {
    tables.happened(reward(1, at(0), ADA, USD, 10_000));
    long position =
        tables.happened(
            posted(
                2,
                at(1),
                line(ADAS, USD, -300, TransactionType.TRANSFER_OUT),
                line(BOBS, USD, 300, TransactionType.TRANSFER_IN),
                line(ADAS, USD, -450, TransactionType.TRANSFER_OUT),
                line(CARAS, USD, 450, TransactionType.TRANSFER_IN),
                line(ADAS, USD, -5, TransactionType.PENALTY),
                line(AccountId.FEES, USD, 5, TransactionType.PENALTY)));

    List<TransactionPage.Entry> history = history(ADA, null, null, null, 10).items();

    assertThat(history)
        .containsExactly(
            new TransactionPage.Entry(
                transaction(2),
                TransactionType.PENALTY,
                USD,
                "-0.05",
                "92.45",
                null,
                null,
                null,
                null,
                position,
                at(1)),
            new TransactionPage.Entry(
                transaction(2),
                TransactionType.TRANSFER_OUT,
                USD,
                "-7.50",
                "92.50",
                null,
                null,
                null,
                null,
                position,
                at(1)),
            new TransactionPage.Entry(
                transaction(1),
                TransactionType.QUEST_REWARD,
                USD,
                "100.00",
                "100.00",
                AccountId.MINT,
                null,
                null,
                null,
                position - 1,
                at(0)));
    assertThat(history(BOB, null, null, null, 10).items())
        .extracting(TransactionPage.Entry::amount, TransactionPage.Entry::counterparty)
        .containsExactly(tuple("3.00", ADAS));
  }

  @Test
  void entryNamesASingleCounterparty() throws Exception {
    tables.happened(
        posted(
            1,
            NOON,
            line(ADAS, GOLD, -3, TransactionType.TRANSFER_OUT),
            line(BOBS, GOLD, 3, TransactionType.TRANSFER_IN),
            line(ADAS, GOLD, -4, TransactionType.TRANSFER_OUT),
            line(BOBS, GOLD, 4, TransactionType.TRANSFER_IN)));

    assertThat(history(ADA, null, null, null, 10).items())
        .extracting(TransactionPage.Entry::amount, TransactionPage.Entry::counterparty)
        .containsExactly(tuple("-7", BOBS));
  }

  @Test
  void entryWithSeveralCounterpartiesNamesNone() throws Exception {
    tables.happened(
        posted(
            1,
            at(1),
            line(ADAS, GOLD, -3, TransactionType.ADJUSTMENT),
            line(BOBS, GOLD, 3, TransactionType.ADJUSTMENT),
            line(CARAS, GOLD, -2, TransactionType.ADJUSTMENT),
            line(ADAS, GOLD, 2, TransactionType.ADJUSTMENT)),
        posted(
            2,
            at(2),
            line(ADAS, GOLD, -3, TransactionType.ADJUSTMENT),
            line(BOBS, GOLD, 3, TransactionType.ADJUSTMENT),
            line(CARAS, GOLD, -1, TransactionType.ADJUSTMENT),
            line(AccountId.MINT, GOLD, -1, TransactionType.ADJUSTMENT),
            line(ADAS, GOLD, 2, TransactionType.ADJUSTMENT)));

    assertThat(history(ADA, null, null, null, 10).items())
        .extracting(TransactionPage.Entry::amount, TransactionPage.Entry::counterparty)
        .containsExactly(tuple("-1", null), tuple("-1", null));
  }

  @Test
  void everyAssetHasItsOwnEntry() throws Exception {
    tables.happened(
        posted(
            1,
            NOON,
            line(AccountId.MINT, USD, -3, TransactionType.AIRDROP),
            line(ADAS, USD, 3, TransactionType.AIRDROP),
            line(AccountId.MINT, GOLD, -3, TransactionType.AIRDROP),
            line(ADAS, GOLD, 3, TransactionType.AIRDROP)));

    assertThat(history(ADA, null, null, null, 10).items())
        .extracting(TransactionPage.Entry::amount)
        .containsExactly("3", "0.03");
    assertThat(history(ADA, USD, null, null, 10).items())
        .extracting(TransactionPage.Entry::amount)
        .containsExactly("0.03");
    assertThat(history(ADA, USD, TransactionType.DEPOSIT, null, 10).items()).isEmpty();
    assertThat(history(BOB, null, null, null, 10).items()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 200})
  void pagesOfTheHistoryListEveryEntryOnce(int limit) throws Exception {
    for (int i = 1; i <= 9; i++) {
      tables.happened(
          reward(100 + i, at(i), ADA, GOLD, i),
          posted(
              200 + i,
              at(i),
              line(ADAS, GOLD, -1, TransactionType.TRANSFER_OUT),
              line(BOBS, GOLD, 1, TransactionType.TRANSFER_IN),
              line(ADAS, USD, 1, TransactionType.AIRDROP),
              line(AccountId.MINT, USD, -2, TransactionType.AIRDROP),
              line(ADAS, USD, 1, TransactionType.AIRDROP)));
    }

    List<TransactionPage.Entry> walked =
        Pages.all(limit, cursor -> history(ADA, null, null, cursor, limit));

    assertThat(walked).hasSize(27).isEqualTo(history(ADA, null, null, null, 200).items());
    assertThat(walked)
        .extracting(TransactionPage.Entry::position)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(Pages.all(limit, cursor -> history(ADA, USD, null, cursor, limit))).hasSize(9);
  }

  @Test
  void historyCursorOfAnotherWalletIsRefused() throws Exception {
    tables.happened(
        reward(1, NOON, ADA, GOLD, 1), reward(2, NOON, ADA, GOLD, 1), reward(3, NOON, BOB, USD, 1));
    String cursor = history(ADA, null, null, null, 1).nextCursor();

    refused(() -> history(BOB, null, null, cursor, 1));
    refused(() -> history(ADA, GOLD, null, cursor, 1));
    refused(() -> history(ADA, null, TransactionType.AIRDROP, cursor, 1));
    refused(() -> history(ADA, null, null, cursor.substring(1), 1));
    refused(() -> tables.ask(new ExplainBalance(ADA, GOLD, new PageOf(cursor, 1))));
    assertThat(history(ADA, null, null, cursor, 7).items()).hasSize(1);
  }

  @Test
  void memoIsReadableUntilItIsErased() throws Exception {
    tables.happened(
        new TransactionPosted(
            transaction(1),
            Postings.of(
                line(AccountId.MINT, GOLD, -3, TransactionType.AIRDROP),
                line(ADAS, GOLD, 3, TransactionType.AIRDROP)),
            tables.says(BOB, "for the party"),
            null,
            NOON));

    assertThat(history(ADA, null, null, null, 1).items().getFirst().memo())
        .isEqualTo("for the party");
    assertThat(tables.ask(new FindTransaction(transaction(1))).memo()).isEqualTo("for the party");
    tables.erase(BOB);
    assertThat(history(ADA, null, null, null, 1).items().getFirst().memo()).isEqualTo("[erased]");
    assertThat(tables.ask(new FindTransaction(transaction(1))).memo()).isEqualTo("[erased]");
  }

  @Test
  void reversalsNameEachOther() throws Exception {
    tables.happened(
        reward(1, NOON, ADA, GOLD, 5),
        new TransactionPosted(
            transaction(2),
            Postings.of(
                line(ADAS, GOLD, -5, TransactionType.REVERSAL),
                line(AccountId.MINT, GOLD, 5, TransactionType.REVERSAL)),
            null,
            transaction(1),
            at(1)),
        new TransactionReversed(transaction(1), transaction(2), at(1)));

    List<TransactionPage.Entry> history = history(ADA, null, null, null, 10).items();

    assertThat(history.getFirst().reverses()).isEqualTo(transaction(1));
    assertThat(history.getLast().reversedBy()).isEqualTo(transaction(2));
    TransactionView undone = tables.ask(new FindTransaction(transaction(1)));
    assertThat(undone.reversedBy()).isEqualTo(transaction(2));
    assertThat(undone.postings())
        .containsExactly(
            new TransactionView.Line(AccountId.MINT, GOLD, "-5", TransactionType.QUEST_REWARD),
            new TransactionView.Line(ADAS, GOLD, "5", TransactionType.QUEST_REWARD));
    assertThat(tables.ask(new FindTransaction(transaction(99)))).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 200})
  void explanationAddsUpToTheBalance(int limit) throws Exception {
    tables.happened(
        reward(1, NOON, ADA, USD, 1_000),
        posted(
            2,
            at(1),
            line(ADAS, USD, -300, TransactionType.TRANSFER_OUT),
            line(BOBS, USD, 300, TransactionType.TRANSFER_IN),
            line(ADAS, USD, -450, TransactionType.TRANSFER_OUT),
            line(CARAS, USD, 450, TransactionType.TRANSFER_IN)),
        reward(3, at(2), ADA, GOLD, 1));

    List<BalanceExplanation.Step> steps =
        Pages.all(
            limit, cursor -> tables.ask(new ExplainBalance(ADA, USD, new PageOf(cursor, limit))));

    assertThat(steps)
        .extracting(BalanceExplanation.Step::amount, BalanceExplanation.Step::balance)
        .containsExactly(tuple("10.00", "10.00"), tuple("-3.00", "7.00"), tuple("-4.50", "2.50"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 201, Integer.MAX_VALUE})
  void historyPagesHaveALimit(int limit) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> history(ADA, null, null, null, limit));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> tables.ask(new ExplainBalance(ADA, USD, new PageOf(null, limit))));
  }

  private TransactionPage history(
      PlayerId owner, AssetCode asset, TransactionType reason, String cursor, int limit) {
    return tables.ask(new ListTransactions(owner, asset, reason, new PageOf(cursor, limit)));
  }

  private static void refused(ThrowingCallable question) {
    assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(question);
  }
}
