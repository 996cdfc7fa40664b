package io.playledger.server.market;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.Bank;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Creation, edits and withdrawals of listings. */
class ListingIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final Bank BANK = new Bank(SERVER);
  private static final String LAMP =
      """
      {"gameId":"skyhold","itemName":"Lamp","description":"It shines.","asset":"GOLD",\
      "price":"30"}
      """;
  private final HttpTestClient http = SERVER.http();
  private final TestPlayer seller = SERVER.newPlayer();

  private HttpTestClient.Reply list(String body) {
    return http.post("/listings", body).as(seller).keyed().send();
  }

  private String listed() {
    HttpTestClient.Reply reply = list(LAMP);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    return reply.data().path("listing").asString();
  }

  private HttpTestClient.Call edit(String listing, String body) {
    return http.patch("/listings/" + listing, body).as(seller).keyed();
  }

  private HttpTestClient.Reply read(String listing) {
    return http.get("/listings/" + listing).minPosition(BANK.head()).send();
  }

  @Test
  void listingIsPublic() {
    HttpTestClient.Reply reply = list(LAMP);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    assertThat(reply.header("ETag")).contains("\"1\"");
    assertThat(reply.data().path("version").asLong()).isEqualTo(1);
    HttpTestClient.Reply shown = read(reply.data().path("listing").asString());
    JsonNode listing = shown.data();
    assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
    assertThat(shown.header("ETag")).contains("\"1\"");
    assertThat(listing.path("seller").asString()).isEqualTo(seller.id());
    assertThat(listing.path("sellerName").asString()).isEqualTo(seller.username());
    assertThat(listing.path("itemName").asString()).isEqualTo("Lamp");
    assertThat(listing.path("price").asString()).isEqualTo("30");
    assertThat(listing.path("status").asString()).isEqualTo("ACTIVE");
    assertThat(Instant.parse(listing.path("expiresAt").asString()))
        .isBetween(SERVER.now().plus(Duration.ofDays(29)), SERVER.now().plus(Duration.ofDays(31)));
  }

  @Test
  void editChangesOnlyTheGivenMembers() {
    String listing = listed();
    HttpTestClient.Reply first = edit(listing, "{\"price\":\"25\"}").send();
    HttpTestClient.Reply second = edit(listing, "{\"itemName\":\"Old lamp\"}").send();
    HttpTestClient.Reply third = edit(listing, "{\"description\":\"\"}").send();

    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(first.header("ETag")).contains("\"2\"");
    assertThat(second.data().path("version").asLong()).isEqualTo(3);
    assertThat(third.data().path("version").asLong()).isEqualTo(4);
    JsonNode shown = read(listing).data();
    assertThat(shown.path("price").asString()).isEqualTo("25");
    assertThat(shown.path("itemName").asString()).isEqualTo("Old lamp");
    assertThat(shown.path("description").isNull()).isTrue();
    assertThat(shown.path("version").asLong()).isEqualTo(4);
  }

  @Test
  void editOfAStaleVersionIsRejected() {
    String listing = listed();
    HttpTestClient.Reply fresh =
        edit(listing, "{\"price\":\"25\"}").header("If-Match", "\"1\"").send();
    assertThat(fresh.status()).as(fresh.toString()).isEqualTo(200);
    String before = BANK.deeds(seller);
    assertProblem(
        edit(listing, "{\"price\":\"20\"}").header("If-Match", "\"1\"").send(),
        412,
        "LISTING_STALE");
    assertProblem(
        edit(listing, "{\"price\":\"20\"}").header("If-Match", "\"9\"").send(),
        412,
        "LISTING_STALE");
    assertProblem(
        http.delete("/listings/" + listing).as(seller).keyed().header("If-Match", "\"1\"").send(),
        412,
        "LISTING_STALE");
    assertThat(BANK.deeds(seller)).isEqualTo(before);
    assertThat(edit(listing, "{\"price\":\"20\"}").header("If-Match", "*").send().status())
        .isEqualTo(200);
  }

  @Test
  void repeatedEditIsAppliedOnce() {
    String listing = listed();
    UUID key = UUID.randomUUID();
    HttpTestClient.Reply first =
        edit(listing, "{\"price\":\"25\"}").keyed(key).header("If-Match", "\"1\"").send();
    HttpTestClient.Reply again =
        edit(listing, "{\"price\":\"25\"}").keyed(key).header("If-Match", "\"1\"").send();
    assertThat(again.replayed()).as(again.toString()).isTrue();
    assertThat(again.data()).isEqualTo(first.data());
    assertThat(read(listing).data().path("version").asLong()).isEqualTo(2);
  }

  @Test
  void onlyTheSellerEditsAListing() {
    String listing = listed();
    TestPlayer other = SERVER.newPlayer();
    String before = BANK.deeds(seller, other);
    assertProblem(
        http.patch("/listings/" + listing, "{\"price\":\"1\"}").as(other).keyed().send(),
        403,
        "LISTING_NOT_YOURS");
    assertProblem(
        http.delete("/listings/" + listing).as(other).keyed().send(), 403, "LISTING_NOT_YOURS");
    assertProblem(
        edit(UUID.randomUUID().toString(), "{\"price\":\"1\"}").send(), 404, "LISTING_NOT_FOUND");
    assertProblem(
        http.delete("/listings/" + UUID.randomUUID()).as(seller).keyed().send(),
        404,
        "LISTING_NOT_FOUND");
    assertThat(BANK.deeds(seller, other)).isEqualTo(before);
  }

  @Test
  void withdrawnListingIsOffTheMarket() {
    String listing = listed();
    HttpTestClient.Reply reply = http.delete("/listings/" + listing).as(seller).keyed().send();
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.data().path("listing").asString()).isEqualTo(listing);
    assertThat(read(listing).data().path("status").asString()).isEqualTo("WITHDRAWN");
    assertProblem(edit(listing, "{\"price\":\"1\"}").send(), 409, "LISTING_NOT_ACTIVE");
    assertProblem(
        http.delete("/listings/" + listing).as(seller).keyed().send(), 409, "LISTING_NOT_ACTIVE");
    assertProblem(
        http.post("/listings/" + listing + "/offers", "{}").as(SERVER.newPlayer()).keyed().send(),
        409,
        "LISTING_NOT_ACTIVE");
  }

  @Test
  void invalidListingsAreRejected() {
    String before = BANK.deeds(seller);
    assertProblem(list(LAMP.replace("\"30\"", "\"0\"")), 422, "PRICE_NOT_POSITIVE");
    assertProblem(list(LAMP.replace("\"30\"", "\"-3\"")), 422, "PRICE_NOT_POSITIVE");
    assertProblem(list(LAMP.replace("\"30\"", "\"0.5\"")), 422, "AMOUNT_TOO_PRECISE");
    assertProblem(list(LAMP.replace("GOLD", "NOPE")), 404, "ASSET_NOT_FOUND");
    assertInvalid(list(LAMP.replace("\"30\"", "\"much\"")), "price");
    assertInvalid(list(LAMP.replace("\"30\"", "30")), "price");
    assertInvalid(list(LAMP.replace("skyhold", "Sky Hold")), "gameId");
    assertInvalid(list(LAMP.replace("Lamp", " ")), "itemName");
    for (String when : new String[] {"2020-01-01T00:00:00Z", "2100-01-01T00:00:00Z"}) {
      assertProblem(
          list(LAMP.replace("}", ",\"expiresAt\":\"" + when + "\"}")),
          422,
          "LISTING_EXPIRY_OUT_OF_RANGE");
    }
    assertInvalid(list(LAMP.replace("}", ",\"expiresAt\":\"soon\"}")), "expiresAt");
    assertInvalid(list("{}"), "asset", "gameId", "itemName", "price");
    String listing = UUID.randomUUID().toString();
    assertInvalid(edit(listing, "{}").send(), "anythingSaid");
    assertInvalid(edit(listing, "{\"asset\":\"USD\"}").send(), "pricedInItsAsset");
    assertInvalid(edit(listing, "{\"itemName\":\" \"}").send(), "itemName");
    assertProblem(http.get("/listings/" + listing).send(), 404, "LISTING_NOT_FOUND");
    assertThat(BANK.deeds(seller)).isEqualTo(before);
  }
}
