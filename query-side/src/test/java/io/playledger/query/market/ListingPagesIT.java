package io.playledger.query.market;

import static io.playledger.query.Day.ADA;
import static io.playledger.query.Day.GOLD;
import static io.playledger.query.Day.USD;
import static io.playledger.query.Day.asset;
import static io.playledger.query.market.Stall.listed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.playledger.api.InvalidCursorException;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.ListingStatus;
import io.playledger.api.market.query.ListingPage;
import io.playledger.api.market.query.ListingSort;
import io.playledger.api.market.query.ListingView;
import io.playledger.query.Pages;
import io.playledger.query.ReadTables;
import io.playledger.query.market.Stall.Search;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingPagesIT {

  private static final int LISTINGS = 23;

  @RegisterExtension final ReadTables tables = new ReadTables();

  /** Many alike: in price, in name and so in relevance, in the time they expire. */
  @BeforeEach
  void stall() throws Exception {
    tables.happened(asset(USD, 2), asset(GOLD, 0));
    for (int i = 1; i <= LISTINGS; i++) {
      tables.happened(
          listed(
              tables,
              i * 7 % LISTINGS + 1,
              ADA,
              "rpg",
              i % 2 == 0 ? "Iron Hat" : "Hat",
              i % 3 == 0 ? "hat" : null,
              new Amount(USD, i % 4)));
    }
    tables.sql().execute("UPDATE listing SET expires_at = date_trunc('hour', expires_at)");
  }

  @ParameterizedTest
  @EnumSource(ListingSort.class)
  void everySortListsEveryListingOnce(ListingSort sort) {
    Search search = Search.text("hat").sorted(sort);
    List<ListingView> whole = tables.ask(search.page(1, 100)).items();

    assertThat(whole).hasSize(LISTINGS).doesNotHaveDuplicates();
    for (int limit : List.of(1, 2, 5, LISTINGS, 100)) {
      assertThat(Pages.all(limit, cursor -> tables.ask(search.after(cursor, limit))))
          .isEqualTo(whole);
      assertThat(numbered(search, limit)).isEqualTo(whole);
    }
  }

  @Test
  void everySortHasItsOrder() {
    assertThat(sorted(ListingSort.NEWEST)).isSortedAccordingTo(newest().reversed());
    assertThat(sorted(ListingSort.PRICE_ASCENDING)).isSortedAccordingTo(price());
    assertThat(sorted(ListingSort.PRICE_DESCENDING)).isSortedAccordingTo(price().reversed());
    assertThat(sorted(ListingSort.EXPIRING))
        .isSortedAccordingTo(Comparator.comparing(ListingView::expiresAt));
  }

  @Test
  void pricesAreComparedWithinOneAsset() throws Exception {
    tables.happened(
        listed(tables, 101, ADA, "mmo", "Cup", null, new Amount(USD, 1)),
        listed(tables, 102, ADA, "mmo", "Cup", null, new Amount(GOLD, 2)),
        listed(tables, 103, ADA, "mmo", "Cup", null, new Amount(USD, 3)));

    for (int limit : List.of(1, 2, 3)) {
      assertThat(prices(ListingSort.PRICE_ASCENDING, limit)).containsExactly("2", "0.01", "0.03");
      assertThat(prices(ListingSort.PRICE_DESCENDING, limit)).containsExactly("0.03", "0.01", "2");
    }
  }

  @ParameterizedTest
  @EnumSource(ListingSort.class)
  void listingCursorOfAnotherSearchIsRefused(ListingSort sort) {
    Search search = Search.text("hat").sorted(sort);
    String cursor = tables.ask(search.page(1, 2)).nextCursor();
    List<UnaryOperator<Search>> others =
        List.of(
            any -> Search.text("hats").sorted(sort),
            any -> any.in("rpg"),
            any -> any.by(ADA),
            any -> any.priced(USD, null, null),
            any -> any.priced(null, 0L, null),
            any -> any.priced(null, null, 9L),
            any -> any.being(ListingStatus.SOLD),
            any -> any.sorted(ListingSort.values()[(sort.ordinal() + 1) % 5]));

    others.forEach(
        other ->
            assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> tables.ask(other.apply(search).after(cursor, 2))));
    assertThat(tables.ask(search.after(cursor, 3)).items()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void listingPagesHaveALimit(int limit) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> tables.ask(Search.all().page(1, limit)));
  }

  @Test
  void pagesHaveAGreatestDepth() {
    assertThat(tables.ask(Search.all().page(101, 100)).items()).isEmpty();
    assertThatExceptionOfType(InvalidCursorException.class)
        .isThrownBy(() -> tables.ask(Search.all().page(102, 100)));
    assertThatExceptionOfType(InvalidCursorException.class)
        .isThrownBy(() -> tables.ask(Search.all().page(Integer.MAX_VALUE, 100)));
  }

  /** Relevance goes on by count: its last page says that it is the last. */
  @Test
  void pagesByRelevanceHaveAGreatestDepth() {
    tables
        .sql()
        .execute(
            """
            INSERT INTO listing (id, seller, game_id, item_name, asset, price_units, status,
              version, created_at, updated_at, expires_at, position)
            SELECT md5(n::text)::uuid, md5('s')::uuid, 'rpg', 'Hat', 'USD', 1, 'ACTIVE',
              1, now(), now(), now(), 1000 + n
            FROM generate_series(1, 10150) n""");
    ListingPage deep = tables.ask(Search.text("hat").page(101, 100));

    assertThat(deep.total()).isEqualTo(10_000);
    assertThat(deep.items()).hasSize(100);
    assertThat(deep.nextCursor()).isNull();
    assertThat(tables.ask(Search.text("hat").page(100, 100)).nextCursor()).isNotNull();
    assertThat(tables.ask(Search.all().page(101, 100)).nextCursor()).isNotNull();
  }

  private List<ListingView> numbered(Search search, int limit) {
    return Stream.iterate(1, page -> page + 1)
        .map(page -> tables.ask(search.page(page, limit)).items())
        .takeWhile(items -> !items.isEmpty())
        .flatMap(List::stream)
        .toList();
  }

  private List<String> prices(ListingSort sort, int limit) {
    Search search = Search.all().in("mmo").sorted(sort);
    return Pages.all(limit, cursor -> tables.ask(search.after(cursor, limit))).stream()
        .map(ListingView::price)
        .toList();
  }

  private List<ListingView> sorted(ListingSort sort) {
    return tables.ask(Search.all().sorted(sort).page(1, 100)).items();
  }

  private Comparator<ListingView> newest() {
    List<String> byPosition =
        tables.sql().fetch("SELECT id FROM listing ORDER BY position").getValues(0, String.class);
    return Comparator.comparingInt(view -> byPosition.indexOf(view.id().toString()));
  }

  private static Comparator<ListingView> price() {
    return Comparator.comparing(view -> new BigDecimal(view.price()));
  }
}
