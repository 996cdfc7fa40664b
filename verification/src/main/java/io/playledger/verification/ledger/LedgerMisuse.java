package io.playledger.verification.ledger;

import io.playledger.verification.books.Currency;
import io.playledger.verification.day.Troublemaker;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Invalid requests: amounts, assets, receivers and credits. */
final class LedgerMisuse {

  private static final String TRANSFERS = "/wallet/transfers";

  private final Troublemaker trouble;
  private final Actor who;
  private final String payee;

  LedgerMisuse(Troublemaker trouble) {
    this.trouble = trouble;
    this.who = trouble.who();
    this.payee = trouble.other().playerId();
  }

  void play() {
    amounts();
    receivers();
    credits();
    foreign();
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
    String nobody = trouble.nothing("nobody");
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
    trouble.refused(trouble.admin(), "credit-overflow", path, huge, "AMOUNT_OUT_OF_RANGE");
    ObjectNode silent = Json.object().put("asset", "USD").put("amount", "1.00");
    trouble.refused(trouble.admin(), "credit-without-reason", path, silent, "VALIDATION_FAILED");
    ObjectNode gift =
        Json.object().put("asset", "USD").put("amount", "1000000").put("reason", "for me");
    Actor stranger = trouble.stranger();
    String own = "/admin/wallets/" + stranger.playerId() + "/credits";
    trouble.refused(stranger, "credit-myself", own, gift, "FORBIDDEN");
  }

  private void foreign() {
    String nothing = trouble.nothing("nothing");
    String transaction = "/wallet/transactions/" + nothing;
    trouble.refusedRead(
        who, "unknown-transaction", transaction, "TRANSACTION_NOT_FOUND", "NOT_FOUND");
    String capture = "/wallet/holds/" + nothing + "/capture";
    trouble.refused(who, "capture-nothing", capture, "HOLD_NOT_FOUND");
    String balance = "/admin/audit/trial-balance";
    trouble.refusedRead(trouble.stranger(), "read-trial-balance", balance, "FORBIDDEN");
    String cursor = "/wallet/transactions?cursor=made-up";
    trouble.refusedRead(who, "cursor", cursor, "INVALID_CURSOR", "VALIDATION_FAILED");
  }

  private static ObjectNode transfer(String asset, String amount, String to) {
    return Json.object().put("to", to).put("asset", asset).put("amount", amount);
  }

  /** Sent once: the desk does not repeat it. */
  private void refuse(String name, ObjectNode body, String... codes) {
    trouble.refusedAsIs(name, trouble.call(name, TRANSFERS, body), codes);
  }
}
