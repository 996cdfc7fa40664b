package io.playledger.query;

import static io.playledger.query.Day.ADA;
import static io.playledger.query.Day.BOB;
import static io.playledger.query.Day.NOON;
import static io.playledger.query.Day.USD;
import static io.playledger.query.Day.asset;
import static io.playledger.query.Day.at;
import static io.playledger.query.Day.id;
import static io.playledger.query.Day.registered;
import static io.playledger.query.Day.reward;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.AsOf;
import io.playledger.api.Contexts;
import io.playledger.api.Query;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.event.HoldPlaced;
import io.playledger.api.ledger.event.WalletOpened;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.event.ListingCreated;
import io.playledger.api.score.BoardId;
import io.playledger.api.score.ScoreIncremented;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A query names the projections that it reads: with fewer it is inconsistent, with more slow. */
class ProjectionsOfQueriesIT {

  private static final TradeId TRADE = new TradeId(ADA.value());

  @RegisterExtension final ReadTables tables = new ReadTables();

  static Stream<Class<? extends Query<?>>> queries() {
    return Contexts.all().stream().flatMap(context -> context.queries().stream());
  }

  /** Everything has the same id, so that a query about anything finds it. */
  @BeforeEach
  void everything() throws Exception {
    tables.happened(
        registered(tables, ADA, "ada"),
        registered(tables, BOB, "bob"),
        asset(USD, 2),
        new WalletOpened(ADA, NOON),
        reward(1, at(1), ADA, USD, 1_000),
        new HoldPlaced(new HoldId(id(1)), ADA, BOB, new Amount(USD, 5), null, at(600), at(2)),
        new ListingCreated(
            new ListingId(id(1)),
            ADA,
            "rpg",
            tables.says(ADA, "Hat"),
            null,
            new Amount(USD, 5),
            at(900),
            at(3)),
        Deal.offered(tables, TRADE, 4),
        Deal.accepted(TRADE, 5),
        Deal.funded(TRADE, 2, 6),
        Deal.disputed(tables, TRADE, at(90), 7),
        new ScoreIncremented(ADA, BoardId.GLOBAL, 5, 5, at(8)));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void queryNamesExactlyTheProjectionsThatItReads(Class<? extends Query<?>> type) {
    Set<String> read = new HashSet<>();
    Query<?> query = null;
    for (AsOf moment : List.of(AsOf.latest(), new AsOf.AtPosition(1_000))) {
      query = QueryChecks.sample(type, ADA.value(), moment);
      tables.ask(query);
      read.addAll(tables.projectionsRead());
    }

    assertThat(query.projections()).isEqualTo(read);
  }
}
