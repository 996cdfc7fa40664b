package io.playledger.query;

import static io.playledger.query.Day.ADA;
import static io.playledger.query.Day.GOLD;
import static io.playledger.query.Day.USD;
import static io.playledger.query.Day.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.playledger.api.AsOf;
import io.playledger.api.PageOf;
import io.playledger.api.Query;
import io.playledger.api.escrow.DisputeState;
import io.playledger.api.escrow.query.ListDisputes;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.query.ExplainBalance;
import io.playledger.api.ledger.query.FindWallet;
import io.playledger.api.ledger.query.ListTransactions;
import io.playledger.api.market.query.ListingSort;
import io.playledger.api.market.query.SearchListings;
import io.playledger.api.score.BoardId;
import io.playledger.api.score.FindLeaderboard;
import io.playledger.api.score.FindRank;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Frequent queries of players and moderators never scan big tables. */
class IndexUseIT {

  @RegisterExtension final ReadTables tables = new ReadTables();

  @BeforeEach
  void assets() throws Exception {
    tables.happened(Day.asset(USD, 2), Day.asset(GOLD, 0));
  }

  @Test
  void ledgerQueriesUseIndexes() {
    fill(
        "posting",
        """
        INSERT INTO posting (position, line, entry_line, account, asset, units, balance_after,
          reason, transaction, counterparty, at)
        SELECT n / 2, n % 2, n % 2, 'wallet:' || lpad(to_hex(n % 100), 8, '0')
            || '-0000-7000-8000-000000000000',
          CASE n % 3 WHEN 0 THEN 'USD' ELSE 'GOLD' END, 1, n, 'QUEST_REWARD',
          md5((n / 2)::text)::uuid, 'system:mint', now()
        FROM generate_series(2, 20001) n""");
    fill(
        "ledger_transaction",
        """
        INSERT INTO ledger_transaction (id, position, at)
        SELECT md5(n::text)::uuid, n, now() FROM generate_series(1, 10000) n""");
    fill(
        "account_balance",
        """
        INSERT INTO account_balance (account, asset, kind, posted, held)
        SELECT DISTINCT ON (account, asset) account, asset, 'WALLET', balance_after, 0
        FROM posting ORDER BY account, asset, position DESC, line DESC""");
    fill(
        "account_balance",
        """
        INSERT INTO account_balance (account, asset, kind, posted, held)
        SELECT 'wallet:' || md5(n::text)::uuid, 'USD', 'WALLET', 1, 0
        FROM generate_series(1, 20000) n""");
    fill(
        "wallet",
        """
        INSERT INTO wallet (owner, opened_at, position)
        SELECT split_part(account, ':', 2)::uuid, '2026-01-01Z', 1
        FROM account_balance GROUP BY account""");
    var owner = PlayerId.of("00000007-0000-7000-8000-000000000000");
    var history = new ListTransactions(owner, null, null, new PageOf(null, 20));
    String next = tables.ask(history).nextCursor();

    usesIndexes(history, "posting", "ledger_transaction");
    usesIndexes(
        new ListTransactions(owner, null, null, new PageOf(next, 20)),
        "posting",
        "ledger_transaction");
    usesIndexes(
        new ListTransactions(owner, USD, null, new PageOf(null, 20)),
        "posting",
        "ledger_transaction");
    usesIndexes(new FindWallet(owner, AsOf.latest()), "account_balance", "wallet");
    usesIndexes(new FindWallet(owner, new AsOf.AtPosition(5_000)), "posting", "wallet");
    usesIndexes(new FindWallet(owner, new AsOf.AtInstant(at(0))), "posting", "wallet");
    usesIndexes(new ExplainBalance(owner, USD, new PageOf(null, 20)), "posting", "account_balance");
    assertThat(tables.ask(new FindWallet(owner, AsOf.latest())).balances()).hasSize(2);
  }

  @Test
  void boardQueriesUseIndexes() {
    fill(
        "score",
        """
        INSERT INTO score (board, player, total, reached_position, reached_at)
        SELECT 'global', md5(n::text)::uuid, (n * 7919) % 5003, n, now()
        FROM generate_series(1, 20000) n""");
    fill(
        "player",
        """
        INSERT INTO player (id, username, roles, banned, registered_at, position)
        SELECT player, 'p', '{player}', false, now(), reached_position FROM score""");

    usesIndexes(new FindLeaderboard(BoardId.GLOBAL, 10, AsOf.latest()), "score", "player");
    var best =
        tables.ask(new FindLeaderboard(BoardId.GLOBAL, 100, AsOf.latest())).leaderboard().getLast();
    usesIndexes(new FindRank(BoardId.GLOBAL, best.playerId()), "score", "player");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dragonslayer", "dragonsl", "dragonslyer", "Dragon slayer of doom"})
  void textSearchUsesIndexes(String text) {
    listings();

    usesIndexes(search(text, ListingSort.RELEVANCE), "listing");
    assertThat(tables.ask(search("dragonslayer", null)).total()).isEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "RELEVANCE")
  void browsingUsesIndexes(ListingSort sort) {
    listings();

    assertThat(tables.plans(search(null, sort)))
        .filteredOn(plan -> plan.startsWith("select \"listing\".\"id\""))
        .singleElement(STRING)
        .contains("Index Scan")
        .doesNotContain("Seq Scan on listing");
  }

  @Test
  void disputesByTimeLeftUseAnIndex() {
    fill(
        "dispute",
        """
        INSERT INTO dispute (escrow, buyer, seller, asset, amount_units, state, opened_by, handler,
          opened_at, decide_by, position)
        SELECT md5(n::text)::uuid, md5('b')::uuid, md5('s')::uuid, 'USD', 100,
          CASE n % 3 WHEN 0 THEN 'OPEN' WHEN 1 THEN 'ASSIGNED' ELSE 'RESOLVED' END,
          md5('b')::uuid, CASE n % 3 WHEN 0 THEN NULL ELSE md5((n % 50)::text)::uuid END,
          now(), now() + n * interval '1 second', n
        FROM generate_series(1, 20000) n""");
    var first = new ListDisputes(null, null, new PageOf(null, 20));
    String next = tables.ask(first).nextCursor();

    usesIndexes(first, "dispute");
    usesIndexes(new ListDisputes(null, null, new PageOf(next, 20)), "dispute");
    usesIndexes(new ListDisputes(DisputeState.OPEN, null, new PageOf(null, 20)), "dispute");
    usesIndexes(new ListDisputes(DisputeState.ASSIGNED, ADA, new PageOf(null, 20)), "dispute");
  }

  private void listings() {
    fill(
        "listing",
        """
        INSERT INTO listing (id, seller, game_id, item_name, description, asset, price_units,
          status, version, created_at, updated_at, expires_at, position)
        SELECT md5(n::text)::uuid, md5((n % 500)::text)::uuid, 'game-' || n % 40,
          CASE n % 1000 WHEN 0 THEN 'Dragonslayer' ELSE
            (ARRAY['Iron', 'Oak', 'Silver', 'Old'])[1 + n % 4] || ' '
            || (ARRAY['hat', 'boot', 'ring', 'lamp', 'cup'])[1 + n % 5] || ' ' || n END,
          'As it is', 'USD', n % 977, 'ACTIVE', 1, now(), now(),
          now() + n * interval '1 second', n
        FROM generate_series(1, 20000) n""");
  }

  private static SearchListings search(String text, ListingSort sort) {
    return new SearchListings(text, null, null, null, null, null, null, sort, null, 1, 20);
  }

  /** Vacuumed as autovacuum would: a GIN index with much still pending costs too much to use. */
  private void fill(String table, String rows) {
    tables.sql().execute(rows);
    tables.sql().execute("VACUUM ANALYZE " + table);
  }

  private void usesIndexes(Query<?> query, String... big) {
    String plans = String.join("\n", tables.plans(query));
    for (String table : big) {
      assertThat(plans).contains(" on " + table).doesNotContain("Seq Scan on " + table);
    }
  }
}
