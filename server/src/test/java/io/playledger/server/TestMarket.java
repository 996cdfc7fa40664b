package io.playledger.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Creates wallets, listings and trades over HTTP, as players and the admin do. */
public final class TestMarket {

  /** What sagas need at most on a busy machine. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ServerUnderTest server;
  private final HttpTestClient http;
  private final AtomicLong seen = new AtomicLong();

  public TestMarket(ServerUnderTest server) {
    this.server = server;
    this.http = server.http();
  }

  /** A trade between two new players about 100.00 USD; the buyer has 250.00. */
  public record Trade(String id, String listing, TestPlayer seller, TestPlayer buyer) {

    public String path() {
      return "/trades/" + id;
    }

    public String escrowPath() {
      return "/escrows/" + id;
    }

    public String disputePath() {
      return "/disputes/" + id;
    }
  }

  /** Somebody new without money. */
  public TestPlayer newPlayer() {
    return server.newPlayer();
  }

  /** An offer of a buyer who has enough for it. */
  public Trade offeredBy(TestPlayer buyer) {
    credit(buyer, "USD", "250.00");
    return offered(server.newPlayer(), buyer);
  }

  /** Somebody new with money. */
  public TestPlayer funded(String asset, String amount) {
    TestPlayer player = server.newPlayer();
    credit(player, asset, amount);
    return player;
  }

  public void credit(TestPlayer player, String asset, String amount) {
    done(
        201,
        http.post(
                "/admin/wallets/" + player.id() + "/credits",
                json("asset", asset, "amount", amount, "reason", "for a test"))
            .as(server.admin())
            .keyed()
            .send());
  }

  /** A sword for 100.00 USD; the answer is the listing's id. */
  public String listing(TestPlayer seller) {
    return listing(seller, "Sword of Dawn", "100.00");
  }

  public String listing(TestPlayer seller, String itemName, String price) {
    return done(
            201,
            http.post(
                    "/listings",
                    json(
                        "gameId",
                        "questlands",
                        "itemName",
                        itemName,
                        "asset",
                        "USD",
                        "price",
                        price))
                .as(seller)
                .keyed()
                .send())
        .data()
        .path("listing")
        .asString();
  }

  /** An offer at the listed price, of a buyer who has this much. */
  public Trade offered(String buyerHas) {
    TestPlayer seller = server.newPlayer();
    TestPlayer buyer = funded("USD", buyerHas);
    return offered(seller, buyer);
  }

  public Trade offered(TestPlayer seller, TestPlayer buyer) {
    String listing = listing(seller);
    String trade =
        done(201, http.post("/listings/" + listing + "/offers", "{}").as(buyer).keyed().send())
            .data()
            .path("trade")
            .asString();
    return new Trade(trade, listing, seller, buyer);
  }

  /** Accepted, and the funds are in escrow. */
  public Trade inEscrow() {
    return inEscrow(offered("250.00"));
  }

  public Trade inEscrow(Trade offered) {
    done(200, post(offered.path() + "/accept", offered.seller()));
    awaitEscrow(offered, "FUNDED");
    return offered;
  }

  public Trade delivered() {
    return delivered(offered("250.00"));
  }

  public Trade delivered(Trade offered) {
    Trade trade = inEscrow(offered);
    done(
        200,
        http.post(trade.path() + "/deliver", json("proof", "handed over at the gate"))
            .as(trade.seller())
            .keyed()
            .send());
    return trade;
  }

  public Trade confirmed() {
    return confirmed(offered("250.00"));
  }

  public Trade confirmed(Trade offered) {
    Trade trade = delivered(offered);
    done(200, post(trade.path() + "/confirm", trade.buyer()));
    awaitTrade(trade, "COMPLETED");
    return trade;
  }

  public Trade disputed() {
    return disputed(offered("250.00"));
  }

  public Trade disputed(Trade offered) {
    Trade trade = delivered(offered);
    done(
        201,
        http.post(trade.escrowPath() + "/dispute", json("reason", "it is blunt"))
            .as(trade.buyer())
            .keyed()
            .send());
    return trade;
  }

  /** What the escrow shows once it stands there. */
  public JsonNode awaitEscrow(Trade trade, String status) {
    return awaitStatus(trade.escrowPath(), trade.buyer(), status);
  }

  /** What the trade shows once it stands there. */
  public JsonNode awaitTrade(Trade trade, String status) {
    return awaitStatus(trade.path(), trade.buyer(), status);
  }

  private JsonNode awaitStatus(String path, TestPlayer reader, String status) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> seen(http.get(path).as(reader).send()).data(),
            data -> data.path("status").asString("").equals(status));
  }

  /** A new API key with this scope: its id and its secret. */
  public JsonNode apiKey(TestPlayer owner, String scope) {
    return post("/api-keys", owner, "{\"name\":\"mine\",\"scopes\":[\"%s\"]}".formatted(scope))
        .data();
  }

  /** The posted balance in USD, no older than anything that was seen here before. */
  public String dollars(TestPlayer player) {
    return http.get("/wallet/balance?asset=USD")
        .as(player)
        .minPosition(seen.get())
        .send()
        .data()
        .path("posted")
        .asString();
  }

  private HttpTestClient.Reply seen(HttpTestClient.Reply reply) {
    if (reply.header("Playledger-Position").isPresent()) {
      seen.accumulateAndGet(reply.position(), Math::max);
    }
    return reply;
  }

  /** POST without a body, under a fresh key. */
  public HttpTestClient.Reply post(String path, TestPlayer player) {
    return http.post(path, null).as(player).keyed().send();
  }

  /** POST under a fresh key. */
  public HttpTestClient.Reply post(String path, TestPlayer player, String body) {
    return http.post(path, body).as(player).keyed().send();
  }

  /** A JSON object of strings: member, value, member, value. */
  public static String json(String... membersAndValues) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < membersAndValues.length; i += 2) {
      json.append(i == 0 ? "" : ",")
          .append('"')
          .append(membersAndValues[i])
          .append("\":\"")
          .append(membersAndValues[i + 1])
          .append('"');
    }
    return json.append('}').toString();
  }

  /** A JSON array of such members. */
  public static String array(String... elements) {
    return Arrays.stream(elements).collect(Collectors.joining(",", "[", "]"));
  }

  private HttpTestClient.Reply done(int status, HttpTestClient.Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
    return seen(reply);
  }
}
