package io.playledger.server.favourite;

import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import io.playledger.server.authority.MatrixThings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FavouritesIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private final HttpTestClient http = SERVER.http();
  private final TestMarket market = new TestMarket(SERVER);
  private final TestPlayer player = SERVER.newPlayer();

  @Test
  void favoritesAreListedMostRecentFirstInPages() {
    List<String> listings = new ArrayList<>();
    HttpTestClient.Reply last = null;
    for (int i = 0; i < 3; i++) {
      listings.addFirst(market.listing(SERVER.newPlayer()));
      last = mark(listings.getFirst());
    }
    assertThat(last.data().path("favourites").asInt()).isEqualTo(3);

    HttpTestClient.Reply first = list("?limit=2", last);
    HttpTestClient.Reply second =
        list("?kind=listing&limit=2", last); // another question, so its cursor is another one
    assertThat(ids(first)).isEqualTo(listings.subList(0, 2));
    assertThat(ids(second)).isEqualTo(listings.subList(0, 2));
    assertThat(ids(list("?limit=2&cursor=" + cursor(first), last)))
        .isEqualTo(listings.subList(2, 3));
    assertProblem(list("?limit=2&cursor=" + cursor(second), last), 400, "INVALID_CURSOR");
  }

  @Test
  void aListingCountsThePlayersWhoHaveItAmongTheirFavorites() {
    String listing = market.listing(SERVER.newPlayer());
    mark(listing);
    HttpTestClient.Reply other = send("POST", listing, SERVER.newPlayer());
    assertThat(count(listing, other)).isEqualTo(2);

    HttpTestClient.Reply again = mark(listing);
    assertThat(again.data().path("marked").asBoolean()).isTrue();
    assertThat(count(listing, again)).isEqualTo(2);
    HttpTestClient.Reply removed = send("DELETE", listing, player);
    assertThat(removed.data().path("marked").asBoolean()).isFalse();
    assertThat(count(listing, removed)).isEqualTo(1);
    assertThat(ids(list("", removed))).isEmpty();
    assertProblem(send("DELETE", listing, player), 404, "FAVOURITE_NOT_FOUND");
  }

  @Test
  void aFavoriteOfAnUnknownListingIsNotFound() {
    String unknown = UUID.randomUUID().toString();
    assertProblem(mark(unknown), 404, "LISTING_NOT_FOUND");
    assertProblem(http.get("/favorites/listing/" + unknown).send(), 404, "LISTING_NOT_FOUND");
    assertProblem(http.get("/favorites/castle/" + unknown).send(), 400, "VALIDATION_FAILED");
  }

  @Test
  void favoritesOfAnErasedPlayerAreGone() {
    String listing = market.listing(SERVER.newPlayer());
    mark(listing);
    HttpTestClient.Reply erased =
        http.post("/admin/players/" + player.id() + "/erase", TestMarket.json("reason", "asked"))
            .as(SERVER.admin())
            .keyed()
            .send();
    assertThat(count(listing, erased)).isZero();
  }

  private HttpTestClient.Reply mark(String listing) {
    return send("POST", listing, player);
  }

  private HttpTestClient.Reply send(String method, String listing, TestPlayer as) {
    return http.method(method, "/favorites/listing/" + listing, null).as(as).keyed().send();
  }

  private HttpTestClient.Reply list(String query, HttpTestClient.Reply after) {
    return http.get("/favorites" + query).as(player).after(after).send();
  }

  private long count(String listing, HttpTestClient.Reply after) {
    return http.get("/favorites/listing/" + listing)
        .after(after)
        .send()
        .data()
        .path("players")
        .asLong();
  }

  private static String cursor(HttpTestClient.Reply reply) {
    return reply.json().path("pagination").path("nextCursor").asString();
  }

  private static List<String> ids(HttpTestClient.Reply reply) {
    List<String> ids = new ArrayList<>();
    reply.data().forEach(entry -> ids.add(entry.path("target").path("id").asString()));
    return ids;
  }

  /** A favorite for the matrix. */
  static final class FavouriteThings implements MatrixThings {

    @Override
    public Map<String, Thing> things() {
      return Map.of(
          "favorite",
          Thing.of(
              (market, owner) -> {
                String listing = market.listing(market.newPlayer());
                market.post("/favorites/listing/" + listing, owner, null);
                return listing;
              }));
    }
  }
}
