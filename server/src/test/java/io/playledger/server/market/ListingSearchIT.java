package io.playledger.server.market;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.Bank;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** Search of listings. */
@Isolated("counts the listings of everybody")
class ListingSearchIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final Bank BANK = new Bank(SERVER);
  private static final TestPlayer SELLER = SERVER.newPlayer();
  private final HttpTestClient http = SERVER.http();

  @BeforeAll
  static void list() {
    list("alpha", "Gilded greatsword", "USD", "5.00");
    list("alpha", "Obsidian amulet", "USD", "1.00");
    list("alpha", "Plain amulet", "USD", "3.00");
    list("beta", "Gilded amulet", "USD", "4.00");
    list("beta", "Rope", "GOLD", "2");
  }

  private static void list(String game, String name, String asset, String price) {
    HttpTestClient.Reply reply =
        SERVER
            .http()
            .post(
                "/listings",
                "{\"gameId\":\"%s\",\"itemName\":\"%s\",\"asset\":\"%s\",\"price\":\"%s\"}"
                    .formatted(game, name, asset, price))
            .as(SELLER)
            .keyed()
            .send();
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
  }

  private HttpTestClient.Reply search(String query) {
    return http.get("/listings?seller=" + SELLER.id() + query).minPosition(BANK.head()).send();
  }

  private List<String> names(String query) {
    HttpTestClient.Reply reply = search(query);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.data().findValuesAsString("itemName");
  }

  @Test
  void listingsAreFoundByTextTyposGamePriceAndAsset() {
    assertThat(names("&q=greatsword")).containsExactly("Gilded greatsword");
    assertThat(names("&q=greatswrod")).containsExactly("Gilded greatsword");
    assertThat(names("&q=amulet"))
        .containsExactlyInAnyOrder("Obsidian amulet", "Plain amulet", "Gilded amulet");
    assertThat(names("&q=amulet&game=beta")).containsExactly("Gilded amulet");
    assertThat(names("&asset=GOLD")).containsExactly("Rope");
    assertThat(names("&asset=USD&minPrice=3&maxPrice=4.00&sort=price-ascending"))
        .containsExactly("Plain amulet", "Gilded amulet");
    assertThat(names("&status=sold")).isEmpty();
    assertThat(names("")).first().isEqualTo("Rope");
  }

  @Test
  void listingsAreReadInPagesWithTotalsAndFacets() {
    JsonNode first = search("&asset=USD&sort=PRICE_ASCENDING&limit=3&page=1").json();
    assertThat(first.path("data").findValuesAsString("price"))
        .containsExactly("1.00", "3.00", "4.00");
    JsonNode pagination = first.path("pagination");
    assertThat(pagination.path("page").asInt()).isEqualTo(1);
    assertThat(pagination.path("total").asLong()).isEqualTo(4);
    assertThat(pagination.path("totalPages").asLong()).isEqualTo(2);
    assertThat(pagination.path("hasNext").asBoolean()).isTrue();
    assertThat(pagination.path("hasPrev").asBoolean(true)).isFalse();
    JsonNode games = first.path("facets").path("games");
    assertThat(games.findValuesAsString("gameId")).containsExactly("alpha", "beta");
    assertThat(games.path(0).path("listings").asLong()).isEqualTo(3);

    JsonNode second = search("&asset=USD&sort=PRICE_ASCENDING&limit=3&page=2").json();
    assertThat(second.path("data").findValuesAsString("price")).containsExactly("5.00");
    assertThat(second.path("pagination").path("hasPrev").asBoolean()).isTrue();
    assertThat(second.path("pagination").path("hasNext").asBoolean(true)).isFalse();
  }

  @Test
  void listingsAreReadByCursorInEveryOrder() {
    for (String sort :
        List.of("NEWEST", "PRICE_ASCENDING", "PRICE_DESCENDING", "EXPIRING", "RELEVANCE")) {
      List<String> seen = new ArrayList<>();
      String cursor = "";
      do {
        HttpTestClient.Reply page =
            search("&asset=USD&q=amulet%20or%20greatsword&limit=1&sort=" + sort + cursor);
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        seen.addAll(page.data().findValuesAsString("itemName"));
        String next = page.json().path("pagination").path("nextCursor").asString("");
        cursor = next.isEmpty() ? "" : "&cursor=" + next;
      } while (!cursor.isEmpty());
      assertThat(seen).as(sort).doesNotHaveDuplicates().hasSize(4);
    }
  }

  @Test
  void invalidSearchIsRejected() {
    String cursor =
        search("&sort=NEWEST&limit=1").json().path("pagination").path("nextCursor").asString();
    assertProblem(search("&sort=EXPIRING&cursor=" + cursor), 400, "INVALID_CURSOR");
    assertProblem(search("&cursor=made-up"), 400, "INVALID_CURSOR");
    assertInvalid(search("&limit=many"), "limit");
    assertInvalid(search("&page=502"), "page");
    assertThat(search("&page=501").status()).isEqualTo(200);
    assertInvalid(search("&sort=SIDEWAYS"), "sort");
    assertInvalid(search("&status=LOST"), "status");
    assertInvalid(search("&minPrice=1"), "asset");
    assertInvalid(search("&asset=USD&minPrice=cheap"), "minPrice");
    assertProblem(search("&asset=USD&maxPrice=0.001"), 422, "AMOUNT_TOO_PRECISE");
    assertProblem(search("&asset=NOPE"), 404, "ASSET_NOT_FOUND");
    assertInvalid(http.get("/listings?seller=me").send(), "seller");
    assertThat(names("&q=%27%29%3B%20drop%20table%20listing%3B--")).isEmpty();
  }
}
