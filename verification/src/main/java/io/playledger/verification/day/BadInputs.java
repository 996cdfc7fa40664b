package io.playledger.verification.day;

import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import io.playledger.verification.http.Session;
import io.playledger.verification.plan.Currency;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests whose content is wrong: amounts, assets, shapes, sizes, keys. Each must be refused. */
final class BadInputs {

  private static final int OVERSIZED_BYTES = 400_000;

  private final Stage stage;
  private final String step;
  private final Session who;
  private final String payee;

  BadInputs(Stage stage, int player, String step) {
    this.stage = stage;
    this.step = step;
    this.who = stage.player(player);
    this.payee = stage.player((player + 1) % stage.players().size()).playerId();
  }

  void play() {
    amounts();
    receivers();
    credits();
    shapes();
    keys();
    lists();
  }

  private void amounts() {
    refuse("negative", transfer("USD", "-5.00", payee), "AMOUNT_NOT_POSITIVE");
    refuse("zero", transfer("USD", "0.00", payee), "AMOUNT_NOT_POSITIVE");
    refuse("too-precise", transfer("USD", "0.001", payee), "AMOUNT_TOO_PRECISE");
    refuse("half-gold", transfer("GOLD", "0.5", payee), "AMOUNT_TOO_PRECISE");
    refuse("overflow", transfer("USD", "9999999999999999999", payee), "AMOUNT_OUT_OF_RANGE");
    refuse("exponent", transfer("USD", "1e3", payee), "VALIDATION_FAILED");
    refuse("no-number", transfer("USD", "twelve", payee), "VALIDATION_FAILED");
    refuse("beyond-means", transfer("USD", "80000000000000.00", payee), "INSUFFICIENT_FUNDS");
    refuse("unknown-asset", transfer("NOPE", "1", payee), "ASSET_NOT_FOUND");
  }

  private void receivers() {
    String nobody = stage.desk().key(step + "/nobody").toString();
    refuse("unknown-payee", transfer("USD", "1", nobody), "WALLET_NOT_FOUND", "PLAYER_NOT_FOUND");
    refuse("payee-no-id", transfer("USD", "1", "me"), "VALIDATION_FAILED");
    refuse("to-self", transfer("USD", "1", who.playerId()), "TRANSFER_TO_SELF");
    ObjectNode many = Json.object();
    ArrayNode legs = many.putArray("legs");
    for (int leg = 0; leg <= 100; leg++) {
      legs.addObject().put("to", payee).put("asset", "USD").put("amount", "0.01");
    }
    refuse("too-many-legs", many, "TRANSFER_LEGS_OUT_OF_RANGE", "VALIDATION_FAILED");
  }

  private void credits() {
    String path = "/admin/wallets/" + who.playerId() + "/credits";
    ObjectNode huge =
        Json.object()
            .put("asset", "USD")
            .put("amount", Currency.USD.decimal(Long.MAX_VALUE))
            .put("reason", "more than a wallet can hold");
    perform("credit-overflow", stage.admin(), path, huge, "AMOUNT_OUT_OF_RANGE");
    ObjectNode silent = Json.object().put("asset", "USD").put("amount", "1.00");
    perform("credit-without-reason", stage.admin(), path, silent, "VALIDATION_FAILED");
    ObjectNode listing =
        Json.object()
            .put("gameId", "skyhold")
            .put("itemName", "Air")
            .put("asset", "GOLD")
            .put("price", "0");
    perform("free-listing", who, "/listings", listing, "PRICE_NOT_POSITIVE", "AMOUNT_NOT_POSITIVE");
    ObjectNode nothing = Json.object().put("playerId", who.playerId()).put("delta", 0);
    perform(
        "score-nothing",
        stage.admin(),
        "/scores/update",
        nothing,
        "DELTA_OUT_OF_RANGE",
        "VALIDATION_FAILED");
  }

  private void shapes() {
    raw("broken-json", "{\"to\":\"" + payee + "\",", "MALFORMED_BODY");
    raw("no-object", "[1,2,3]", "VALIDATION_FAILED", "MALFORMED_BODY");
    raw("empty", "", "VALIDATION_FAILED", "MALFORMED_BODY");
    ObjectNode wrong = transfer("USD", "1", payee);
    wrong.putObject("amount").put("value", 1);
    refuse("wrong-type", wrong, "VALIDATION_FAILED", "MALFORMED_BODY");
    ObjectNode number = transfer("USD", "1", payee).put("amount", 12.5);
    refuse("amount-as-number", number, "VALIDATION_FAILED", "MALFORMED_BODY");
    ObjectNode extra = transfer("USD", "1", payee).put("tip", "1");
    refuse("unknown-property", extra, "VALIDATION_FAILED", "MALFORMED_BODY");
    ObjectNode large = transfer("USD", "1", payee).put("memo", "x".repeat(OVERSIZED_BYTES));
    refuse("oversized", large, "BODY_TOO_LARGE");
    ApiCall plain = call("text", transfer("USD", "1", payee)).header("Content-Type", "text/plain");
    send("text", plain, "MEDIA_TYPE_NOT_SUPPORTED");
  }

  private void keys() {
    ApiCall keyless =
        ApiCall.of("bad.input", "POST", "/wallet/transfers", transfer("USD", "1", payee)).as(who);
    send("no-key", keyless, "IDEMPOTENCY_KEY_MISSING");
    send(
        "key-no-uuid",
        keyless.header("Idempotency-Key", "abc"),
        "VALIDATION_FAILED",
        "IDEMPOTENCY_KEY_MISSING");
    reusedKey();
  }

  /** A good request first; then the same key for something else. */
  private void reusedKey() {
    ObjectNode first = transfer("USD", "-1", payee);
    refuse("reused", first, "AMOUNT_NOT_POSITIVE");
    ApiCall second = call("reused", transfer("USD", "1", payee));
    send("reused-for-other", second, "IDEMPOTENCY_KEY_REUSED");
  }

  private void lists() {
    look("limit", "/listings?limit=100000", "VALIDATION_FAILED");
    look("cursor", "/wallet/transactions?cursor=made-up", "INVALID_CURSOR", "VALIDATION_FAILED");
    look("sort", "/listings?sort=SIDEWAYS", "VALIDATION_FAILED");
    look("id", "/listings/not-an-id", "VALIDATION_FAILED", "NOT_FOUND", "LISTING_NOT_FOUND");
    look("path", "/nothing-here", "NOT_FOUND");
    ApiCall put = new ApiCall("bad.input", "PUT", "/wallet", null, null, who, Map.of());
    send("method", put, "METHOD_NOT_ALLOWED");
  }

  private static ObjectNode transfer(String asset, String amount, String to) {
    return Json.object().put("to", to).put("asset", asset).put("amount", amount);
  }

  private ApiCall call(String name, ObjectNode body) {
    UUID key = stage.desk().key(step + "/" + name);
    return ApiCall.of("bad.input", "POST", "/wallet/transfers", body).as(who).keyed(key);
  }

  private void refuse(String name, ObjectNode body, String... codes) {
    send(name, call(name, body), codes);
  }

  private void raw(String name, String body, String... codes) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    send(name, call(name, Json.object()).carrying(bytes), codes);
  }

  private void perform(String name, Session by, String path, ObjectNode body, String... codes) {
    stage
        .desk()
        .perform(Act.post(by, "bad.input", step + "/" + name, path, body), Expect.refused(codes));
  }

  private void look(String name, String path, String... codes) {
    send(name, ApiCall.get("bad.input", path).as(who), codes);
  }

  private void send(String name, ApiCall call, String... codes) {
    ApiReply reply = stage.desk().plain(step + "/" + name, call, Expect.refused(codes));
    if (reply.status() >= 500) {
      stage.findings().add("server fault on bad input", step + "/" + name + ": " + reply.brief());
    }
  }
}
