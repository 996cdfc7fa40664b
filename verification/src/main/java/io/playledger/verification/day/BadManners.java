package io.playledger.verification.day;

import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import io.playledger.verification.http.Session;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** Requests of people who may not: foreign things, things that do not exist, forged tokens. */
final class BadManners {

  private final Stage stage;
  private final String step;
  private final Session who;
  private final Session other;
  private final Session stranger;

  BadManners(Stage stage, int player, String step) {
    this.stage = stage;
    this.step = step;
    int players = stage.players().size();
    this.who = stage.player(player);
    this.other = stage.player((player + 1) % players);
    this.stranger = stage.player((player + 2) % players);
  }

  void play() {
    unknownIds();
    foreignListing();
    roles();
    tokens();
    accounts();
  }

  private void unknownIds() {
    String nothing = stage.desk().key(step + "/nothing").toString();
    look(who, "unknown-listing", "/listings/" + nothing, "LISTING_NOT_FOUND", "NOT_FOUND");
    look(who, "unknown-trade", "/trades/" + nothing, "TRADE_NOT_FOUND", "NOT_FOUND");
    look(who, "unknown-escrow", "/escrows/" + nothing, "ESCROW_NOT_FOUND", "NOT_FOUND");
    String transaction = "/wallet/transactions/" + nothing;
    look(who, "unknown-transaction", transaction, "TRANSACTION_NOT_FOUND", "NOT_FOUND");
    act(who, "offer-on-nothing", "/listings/" + nothing + "/offers", "LISTING_NOT_FOUND");
    act(who, "accept-nothing", "/trades/" + nothing + "/accept", "TRADE_NOT_FOUND");
    String confirm = "/trades/" + nothing + "/confirm";
    act(who, "confirm-nothing", confirm, "ESCROW_NOT_FOUND", "TRADE_NOT_FOUND");
    ObjectNode reason = Json.object().put("reason", "There is nothing here.");
    String dispute = "/escrows/" + nothing + "/dispute";
    act(who, "dispute-nothing", dispute, reason, "ESCROW_NOT_FOUND", "TRADE_NOT_FOUND");
    act(who, "capture-nothing", "/wallet/holds/" + nothing + "/capture", "HOLD_NOT_FOUND");
  }

  /** A listing as bait: its owner can not buy it, others can not change it or its trades. */
  private void foreignListing() {
    ObjectNode body =
        Json.object()
            .put("gameId", "skyhold")
            .put("itemName", "Bait of " + step)
            .put("asset", "GOLD")
            .put("price", "3");
    String listing = must(who, "bait", "/listings", body).text("listing");
    String path = "/listings/" + listing;
    ObjectNode edit = Json.object().put("description", "mine now");
    refuse(
        Act.of(other, "bad.manners", step + "/edit-foreign", "PATCH", path, edit),
        "LISTING_NOT_YOURS");
    refuse(
        Act.of(other, "bad.manners", step + "/delete-foreign", "DELETE", path, null),
        "LISTING_NOT_YOURS");
    act(who, "buy-own", path + "/offers", "TRADE_WITH_ONESELF");
    String trade = must(other, "bait-offer", path + "/offers", Json.object()).text("trade");
    act(other, "accept-own-offer", "/trades/" + trade + "/accept", "TRADE_NOT_YOURS");
    act(stranger, "decline-foreign", "/trades/" + trade + "/decline", "TRADE_NOT_YOURS");
    act(
        other,
        "confirm-unfunded",
        "/trades/" + trade + "/confirm",
        "ESCROW_NOT_FOUND",
        "TRADE_NOT_OPEN",
        "ESCROW_NOT_DELIVERED");
    stranger.saw(other.seen());
    look(
        stranger,
        "read-foreign-trade",
        "/trades/" + trade,
        "FORBIDDEN",
        "TRADE_NOT_FOUND",
        "TRADE_NOT_YOURS",
        "NOT_FOUND");
    must(who, "bait-decline", "/trades/" + trade + "/decline", Json.object());
    ObjectNode early = Json.object().put("rating", 5);
    act(
        other,
        "review-declined",
        "/trades/" + trade + "/review",
        early,
        "TRADE_NOT_FINISHED",
        "TRADE_NOT_REVIEWABLE");
    stage
        .desk()
        .must(Act.of(who, "listing.withdraw", step + "/bait-withdraw", "DELETE", path, null));
    act(other, "offer-withdrawn", path + "/offers", "LISTING_NOT_ACTIVE");
  }

  private void roles() {
    ObjectNode gift =
        Json.object().put("asset", "USD").put("amount", "1000000").put("reason", "for me");
    String credits = "/admin/wallets/" + stranger.playerId() + "/credits";
    act(stranger, "credit-myself", credits, gift, "FORBIDDEN");
    ObjectNode score = Json.object().put("playerId", stranger.playerId()).put("delta", 1);
    act(stranger, "score-myself", "/scores/update", score, "FORBIDDEN");
    ObjectNode role = Json.object().put("role", "admin").put("reason", "please");
    String roles = "/admin/players/" + stranger.playerId() + "/roles";
    act(stranger, "promote-myself", roles, role, "FORBIDDEN");
    look(stranger, "read-events", "/admin/events", "FORBIDDEN");
    look(stranger, "read-trial-balance", "/admin/audit/trial-balance", "FORBIDDEN");
  }

  private void tokens() {
    String[] parts = who.token().split("\\.");
    anonymous("no-token", null);
    anonymous("garbage", "Bearer no.token.at-all");
    anonymous(
        "forged", "Bearer " + parts[0] + "." + encoded(claims("9999999999")) + "." + parts[2]);
    anonymous(
        "expired", "Bearer " + parts[0] + "." + encoded(claims("1000000000")) + "." + parts[2]);
    String unsigned = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");
    anonymous("unsigned", "Bearer " + unsigned + "." + parts[1] + ".");
  }

  private String claims(String expiry) {
    return "{\"sub\":\"" + who.playerId() + "\",\"roles\":[\"admin\"],\"exp\":" + expiry + "}";
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private void anonymous(String name, String authorization) {
    ApiCall call = ApiCall.get("bad.manners", "/wallet");
    ApiCall dressed = authorization == null ? call : call.header("Authorization", authorization);
    stage.desk().plain(step + "/" + name, dressed, Expect.refused("UNAUTHENTICATED"));
  }

  private void accounts() {
    ObjectNode login =
        Json.object().put("email", who.email()).put("password", "not the password at all");
    ApiCall call = ApiCall.of("bad.manners", "POST", "/auth/login", login);
    stage.desk().plain(step + "/wrong-password", call, Expect.refused("CREDENTIALS_REJECTED"));
    ObjectNode sameMail = other.registration().put("username", "x" + other.username());
    act(null, "email-taken", "/auth/register", sameMail, "EMAIL_TAKEN");
    ObjectNode sameName = other.registration().put("email", "x" + other.email());
    act(null, "username-taken", "/auth/register", sameName, "USERNAME_TAKEN");
    ObjectNode weak = other.registration().put("password", "x").put("email", "no-mail");
    act(null, "weak-registration", "/auth/register", weak, "VALIDATION_FAILED");
  }

  private ApiReply must(Session by, String name, String path, ObjectNode body) {
    return stage.desk().must(Act.post(by, "bad.manners", step + "/" + name, path, body));
  }

  private void act(Session by, String name, String path, String... codes) {
    act(by, name, path, Json.object(), codes);
  }

  private void act(Session by, String name, String path, ObjectNode body, String... codes) {
    refuse(Act.post(by, "bad.manners", step + "/" + name, path, body), codes);
  }

  private void refuse(Act act, String... codes) {
    stage.desk().perform(act, Expect.refused(codes));
  }

  private void look(Session by, String name, String path, String... codes) {
    ApiCall call = ApiCall.get("bad.manners", path).as(by);
    stage.desk().plain(step + "/" + name, call, Expect.refused(codes));
  }
}
