package io.playledger.query.market;

import static io.playledger.query.Day.ADA;
import static io.playledger.query.Day.BOB;
import static io.playledger.query.Day.GOLD;
import static io.playledger.query.Day.NOON;
import static io.playledger.query.Day.USD;
import static io.playledger.query.Day.asset;
import static io.playledger.query.Day.at;
import static io.playledger.query.Day.registered;
import static io.playledger.query.market.Stall.listed;
import static io.playledger.query.market.Stall.listing;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.ledger.Amount;
import io.playledger.api.market.ListingStatus;
import io.playledger.api.market.event.ListingWithdrawn;
import io.playledger.api.market.query.FindListing;
import io.playledger.api.market.query.ListingPage;
import io.playledger.api.market.query.ListingSort;
import io.playledger.api.market.query.ListingView;
import io.playledger.query.ReadTables;
import io.playledger.query.market.Stall.Search;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingSearchIT {

  @RegisterExtension final ReadTables tables = new ReadTables();

  @BeforeEach
  void stall() throws Exception {
    tables.happened(
        asset(USD, 2),
        asset(GOLD, 0),
        registered(tables, ADA, "ada"),
        listed(tables, 1, "Legendary Sword", "Forged by dwarves"),
        listed(tables, 2, "Wooden Shield", "Goes with any sword"),
        listed(tables, 3, "Épée rouillée", null),
        listed(tables, 4, BOB, "mmo", "Health Potion", "Red", new Amount(GOLD, 5)),
        listed(tables, 5, BOB, "mmo", "Dragon Egg", "Unhatched", new Amount(USD, 250)));
  }

  @ParameterizedTest
  @CsvSource({
    "legendary sword, 1",
    "LEGENDARY SWORD, 1",
    "lgendary swrod, 1",
    "legendery, 1",
    "dragn egg, 5",
    "legen, 1",
    "health pot, 4",
    "epee, 3",
    "Épée, 3",
    "rouille, 3",
    "unhatched, 5",
    "'\"health potion\"', 4",
  })
  void findsWhatIsMeant(String text, long expected) {
    assertThat(ids(Search.text(text))).containsExactly(listing(expected).toString());
  }

  @Test
  void namesCountMoreThanDescriptions() {
    assertThat(ids(Search.text("sword")))
        .containsExactly(listing(1).toString(), listing(2).toString());
  }

  @Test
  void searchWithoutMatchIsEmpty() {
    ListingPage page = tables.ask(Search.text("spaceship").page(1, 10));

    assertThat(page).isEqualTo(new ListingPage(List.of(), null, 1, 0, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "''",
        "\\",
        "!",
        "&",
        "a & | b",
        "a:*",
        "(",
        "\"",
        "%",
        "_",
        "<->",
        "-sword",
        "-",
        "ŉ",
        "ŉ ŉ",
        "sword ŉ",
        "½",
        "№ ﬁ",
        "ʼ",
        "sʼ",
        "\u200b",
        "🗡",
        "٣",
        "sword:",
        "{0}",
        "?",
        "${x}",
        "a.b/c-d@e.f",
        "1e5",
        "-1",
        "or",
        "and or",
        "sword or",
        "the"
      })
  void noWordsAreAnError(String text) {
    assertThat(tables.ask(Search.text(text).page(1, 10)).items()).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void longSearchTextIsNoError() {
    assertThat(ids(Search.text("sword ".repeat(200)))).contains(listing(1).toString());
    assertThat(ids(Search.text("x".repeat(4_000)))).isEmpty();
  }

  @Test
  void priceRangeAppliesToOneAsset() {
    assertThat(ids(Search.all().priced(USD, 100L, 250L))).hasSize(4);
    assertThat(ids(Search.all().priced(USD, 101L, null))).containsExactly(listing(5).toString());
    assertThat(ids(Search.all().priced(USD, null, 99L))).isEmpty();
    assertThat(ids(Search.all().priced(GOLD, 5L, 5L))).containsExactly(listing(4).toString());
    assertThat(ids(Search.all().priced(GOLD, null, null))).containsExactly(listing(4).toString());
  }

  @Test
  void facetsAndTotalCountAllPages() {
    ListingPage page = tables.ask(Search.all().page(1, 2));

    assertThat(page.items()).hasSize(2);
    assertThat(page.total()).isEqualTo(5);
    assertThat(page.games())
        .containsExactly(new ListingPage.GameCount("rpg", 3), new ListingPage.GameCount("mmo", 2));
    ListingPage narrower = tables.ask(Search.text("dragon").in("mmo").by(BOB).page(1, 2));
    assertThat(narrower.total()).isEqualTo(1);
    assertThat(narrower.games()).containsExactly(new ListingPage.GameCount("mmo", 1));
  }

  @Test
  void facetsAreLimitedToTheLargestTwenty() throws Exception {
    for (int game = 0; game < 25; game++) {
      for (int i = 0; i <= game % 3; i++) {
        tables.happened(
            listed(
                tables, 100 + game * 3 + i, ADA, "game-%02d".formatted(game), "Hat", null, usd()));
      }
    }

    List<ListingPage.GameCount> games = tables.ask(Search.text("hat").page(1, 1)).games();

    assertThat(games).hasSize(20);
    assertThat(games)
        .extracting(ListingPage.GameCount::listings)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(games.subList(0, 8)).allSatisfy(each -> assertThat(each.listings()).isEqualTo(3));
  }

  @Test
  void inactiveListingsAreFoundOnlyByTheirStatus() throws Exception {
    tables.happened(new ListingWithdrawn(listing(1), at(100)));

    assertThat(ids(Search.text("legendary"))).isEmpty();
    assertThat(ids(Search.text("legendary").being(ListingStatus.WITHDRAWN)))
        .containsExactly(listing(1).toString());
    assertThat(tables.ask(new FindListing(listing(1))).status()).isEqualTo(ListingStatus.WITHDRAWN);
  }

  @Test
  void relevanceWithoutATextSortsByNewest() {
    assertThat(ids(Search.all().sorted(ListingSort.RELEVANCE)))
        .isEqualTo(ids(Search.all().sorted(ListingSort.NEWEST)))
        .isEqualTo(ids(Search.text("  ")))
        .first()
        .isEqualTo(listing(5).toString());
  }

  @Test
  void listingHasAllItsMembers() {
    ListingView shown = tables.ask(new FindListing(listing(1)));

    assertThat(shown)
        .isEqualTo(
            new ListingView(
                listing(1),
                ADA,
                "ada",
                "rpg",
                "Legendary Sword",
                "Forged by dwarves",
                USD,
                "1.00",
                ListingStatus.ACTIVE,
                1,
                at(1),
                at(1),
                at(9_999)));
    assertThat(tables.ask(Search.text("legendary").page(1, 1)).items()).containsExactly(shown);
    assertThat(tables.ask(new FindListing(listing(5))).sellerName()).isNull();
    assertThat(tables.ask(new FindListing(listing(99)))).isNull();
    assertThat(shown.createdAt()).isAfter(NOON);
  }

  private List<String> ids(Search search) {
    return tables.ask(search.page(1, 100)).items().stream()
        .map(each -> each.id().toString())
        .toList();
  }

  private static Amount usd() {
    return new Amount(USD, 1);
  }
}
