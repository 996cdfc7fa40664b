package io.playledger.verification.proof.control;

import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiClient;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import io.playledger.verification.http.Pause;
import io.playledger.verification.http.RetryPolicy;
import io.playledger.verification.journal.Journal;
import io.playledger.verification.journal.JournalledClient;
import io.playledger.verification.measure.Latencies;
import io.playledger.verification.measure.Tally;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A few players and an admin who use the platform over HTTP and write journals. They are the same
 * people on every copy of the database.
 */
final class Company implements AutoCloseable {

  static final int PLAYERS = 6;

  private static final String PASSWORD = "Control-Group-1";
  private static final Duration WAIT_MAX = Duration.ofSeconds(20);

  /** When a short hold expires; longer than its request takes on a busy machine. */
  static final Duration SOON = Duration.ofSeconds(3);

  private static final long LOOK_MILLIS = 25;

  private final ApiClient http;
  private final JournalledClient client;
  private final Actor admin;
  private final List<Actor> players = new ArrayList<>();

  Company(URI server, String adminEmail, String adminPassword, Journal journal) {
    // the second silence of a server that is meant to be wrong is an answer too
    RetryPolicy retries = new RetryPolicy(1, 20, 500, 20_000, 10_000);
    this.http = new ApiClient(server, retries, new Latencies(), new Tally<>());
    this.client = new JournalledClient(http, journal);
    this.admin = new Actor("admin", adminEmail, adminPassword);
    for (int i = 0; i < PLAYERS; i++) {
      players.add(new Actor("control-" + i, "control-" + i + "@example.org", PASSWORD));
    }
  }

  /** Makes them players; once a database. */
  void register() {
    for (Actor player : players) {
      must(ApiCall.of("register", "POST", "/auth/register", player.registration()));
    }
  }

  void logIn() {
    players.forEach(this::logIn);
    logIn(admin);
  }

  private void logIn(Actor actor) {
    ApiReply reply = http.login(actor);
    if (!reply.ok()) {
      throw new IllegalStateException(actor.email() + " cannot log in: " + reply.brief());
    }
  }

  /** Somebody more, who is not one of the players. */
  String newcomer(String name) {
    Actor actor = new Actor(name, name + "@example.org", PASSWORD);
    must(ApiCall.of("register", "POST", "/auth/register", actor.registration()));
    logIn(actor);
    return actor.playerId();
  }

  String id(int player) {
    return players.get(player).playerId();
  }

  void grant(String player, String role) {
    ObjectNode body = Json.object().put("role", role).put("reason", "a control");
    must(asAdmin("/admin/players/" + player + "/roles", body));
  }

  void credit(int player, long gold) {
    ObjectNode body = gold(gold).put("reason", "a control");
    must(asAdmin("/admin/wallets/" + id(player) + "/credits", body));
  }

  void score(int player, long delta) {
    ObjectNode body = Json.object().put("playerId", id(player)).put("delta", delta);
    must(asAdmin("/scores/update", body));
  }

  ApiCall transferCall(int from, int to, long gold) {
    ObjectNode body = gold(gold).put("to", id(to)).put("memo", "from " + from + " to " + to);
    return by(from, "/wallet/transfers", body);
  }

  /** The answer, whatever it is. */
  ApiReply send(ApiCall call) {
    return client.send(call);
  }

  void transfer(int from, int to, long gold) {
    must(transferCall(from, to, gold));
  }

  String placeHold(int owner, int payee, long gold, Duration time) {
    ObjectNode body =
        gold(gold)
            .put("payee", id(payee))
            .put("purpose", "a control")
            .put("expiresAt", Instant.now().plus(time).toString());
    return must(by(owner, "/wallet/holds", body)).text("hold");
  }

  void capture(int payee, String hold, long gold) {
    ObjectNode body = Json.object().put("amount", Long.toString(gold));
    must(by(payee, "/wallet/holds/" + hold + "/capture", body));
  }

  ApiCall releaseCall(int payee, String hold) {
    return by(payee, "/wallet/holds/" + hold + "/release", null);
  }

  void release(int payee, String hold) {
    must(releaseCall(payee, hold));
  }

  /** Waits until the owner has no hold of that id any more; tells whether that came to be. */
  boolean awaitHoldGone(int owner, String hold, Duration most) {
    return await(
        owner,
        "/wallet/holds",
        holds -> {
          for (JsonNode shown : holds) {
            boolean pending = shown.path("state").asString("PENDING").equals("PENDING");
            if (pending && shown.toString().contains(hold)) {
              return false;
            }
          }
          return true;
        },
        most);
  }

  String list(int seller, long price) {
    ObjectNode body =
        Json.object()
            .put("gameId", "controls")
            .put("itemName", "A lantern")
            .put("description", "Hardly used")
            .put("asset", "GOLD")
            .put("price", Long.toString(price));
    return must(by(seller, "/listings", body)).text("listing");
  }

  /** Offers, and has it accepted; waits until the platform has done its part. */
  String trade(int buyer, int seller, String listing) {
    ObjectNode body = Json.object().put("message", "Still for sale?");
    players.get(buyer).saw(players.get(seller).seen());
    String trade = must(by(buyer, "/listings/" + listing + "/offers", body)).text("trade");
    players.get(seller).saw(players.get(buyer).seen());
    read(seller, "/trades/" + trade);
    must(by(seller, "/trades/" + trade + "/accept", null));
    awaitTrade(buyer, trade, status -> !status.equals("OFFERED") && !status.equals("ACCEPTED"));
    return trade;
  }

  void deliver(int seller, String trade) {
    ObjectNode body = Json.object().put("proof", "Handed over");
    must(by(seller, "/trades/" + trade + "/deliver", body));
  }

  /** Confirms and waits until the trade is over. */
  void confirm(int buyer, String trade) {
    must(by(buyer, "/trades/" + trade + "/confirm", null));
    awaitTrade(buyer, trade, "COMPLETED"::equals);
  }

  void review(int player, String trade) {
    ObjectNode body = Json.object().put("rating", 5).put("comment", "Quick and friendly");
    must(by(player, "/trades/" + trade + "/review", body));
  }

  private void awaitTrade(int player, String trade, Predicate<String> wanted) {
    boolean came =
        await(
            player,
            "/trades/" + trade,
            view -> wanted.test(view.path("status").asString("")),
            WAIT_MAX);
    if (!came) {
      throw new IllegalStateException("The trade does not go on: " + trade);
    }
  }

  private boolean await(int player, String path, Predicate<JsonNode> wanted, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    while (!wanted.test(read(player, path))) {
      if (System.nanoTime() > end) {
        return false;
      }
      Pause.millis(LOOK_MILLIS);
    }
    return true;
  }

  private JsonNode read(int player, String path) {
    Actor who = players.get(player);
    return http.send(ApiCall.get("read", path).as(who).notBefore(who.seen())).data();
  }

  private ApiCall asAdmin(String path, JsonNode body) {
    players.forEach(player -> admin.saw(player.seen()));
    return ApiCall.of("control", "POST", path, body).as(admin);
  }

  private ApiCall by(int player, String path, @Nullable JsonNode body) {
    return ApiCall.of("control", "POST", path, body).as(players.get(player));
  }

  private ApiReply must(ApiCall call) {
    ApiReply reply = client.send(call.key() == null ? call.keyed(UUID.randomUUID()) : call);
    if (!reply.ok()) {
      throw new IllegalStateException(call.path() + ": " + reply.brief());
    }
    return reply;
  }

  private static ObjectNode gold(long units) {
    return Json.object().put("asset", "GOLD").put("amount", Long.toString(units));
  }

  @Override
  public void close() {
    http.close();
  }
}
