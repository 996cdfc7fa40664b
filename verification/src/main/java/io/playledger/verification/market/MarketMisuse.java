package io.playledger.verification.market;

import io.playledger.verification.day.Troublemaker;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Invalid requests: listings and trades that do not exist, belong to others, or have another
 * status.
 */
final class MarketMisuse {

  private final Troublemaker trouble;
  private final Actor who;
  private final Actor other;
  private final Actor stranger;

  MarketMisuse(Troublemaker trouble) {
    this.trouble = trouble;
    this.who = trouble.who();
    this.other = trouble.other();
    this.stranger = trouble.stranger();
  }

  void play() {
    unknownIds();
    shapes();
    foreignListing();
  }

  private void unknownIds() {
    String nothing = trouble.nothing("nothing");
    trouble.refusedRead(
        who, "unknown-listing", "/listings/" + nothing, "LISTING_NOT_FOUND", "NOT_FOUND");
    trouble.refusedRead(who, "unknown-trade", "/trades/" + nothing, "TRADE_NOT_FOUND", "NOT_FOUND");
    String offers = "/listings/" + nothing + "/offers";
    trouble.refused(who, "offer-on-nothing", offers, "LISTING_NOT_FOUND");
    String trade = "/trades/" + nothing;
    trouble.refused(who, "accept-nothing", trade + "/accept", "TRADE_NOT_FOUND");
    trouble.refused(
        who, "confirm-nothing", trade + "/confirm", "ESCROW_NOT_FOUND", "TRADE_NOT_FOUND");
  }

  private void shapes() {
    ObjectNode free =
        Json.object()
            .put("gameId", "skyhold")
            .put("itemName", "Air")
            .put("asset", "GOLD")
            .put("price", "0");
    trouble.refused(
        who, "free-listing", "/listings", free, "PRICE_NOT_POSITIVE", "AMOUNT_NOT_POSITIVE");
    trouble.refusedRead(who, "limit", "/listings?limit=100000", "VALIDATION_FAILED");
    trouble.refusedRead(who, "sort", "/listings?sort=SIDEWAYS", "VALIDATION_FAILED");
    trouble.refusedRead(
        who, "id", "/listings/not-an-id", "VALIDATION_FAILED", "NOT_FOUND", "LISTING_NOT_FOUND");
  }

  /** A listing as bait: its owner cannot buy it, others cannot change it or its trades. */
  private void foreignListing() {
    ObjectNode body =
        Json.object()
            .put("gameId", "skyhold")
            .put("itemName", "Bait of " + trouble.step())
            .put("asset", "GOLD")
            .put("price", "3");
    String path = "/listings/" + trouble.must(who, "bait", "/listings", body).text("listing");
    ObjectNode edit = Json.object().put("description", "mine now");
    trouble.refusedAct(other, "edit-foreign", "PATCH", path, edit, "LISTING_NOT_YOURS");
    trouble.refusedAct(other, "delete-foreign", "DELETE", path, null, "LISTING_NOT_YOURS");
    trouble.refused(who, "buy-own", path + "/offers", "TRADE_WITH_ONESELF");
    declinedTrade(path);
    trouble.must(who, "bait-withdraw", "DELETE", path, null);
    trouble.refused(other, "offer-withdrawn", path + "/offers", "LISTING_NOT_ACTIVE");
  }

  private void declinedTrade(String listing) {
    String id = trouble.must(other, "bait-offer", listing + "/offers", Json.object()).text("trade");
    String trade = "/trades/" + id;
    trouble.refused(other, "accept-own-offer", trade + "/accept", "TRADE_NOT_YOURS");
    trouble.refused(stranger, "decline-foreign", trade + "/decline", "TRADE_NOT_YOURS");
    trouble.refused(
        other,
        "confirm-unfunded",
        trade + "/confirm",
        "ESCROW_NOT_FOUND",
        "TRADE_NOT_OPEN",
        "ESCROW_NOT_DELIVERED");
    stranger.saw(other.seen());
    trouble.refusedRead(
        stranger,
        "read-foreign-trade",
        trade,
        "FORBIDDEN",
        "TRADE_NOT_FOUND",
        "TRADE_NOT_YOURS",
        "NOT_FOUND");
    trouble.must(who, "bait-decline", trade + "/decline", Json.object());
    ObjectNode early = Json.object().put("rating", 5);
    trouble.refused(
        other,
        "review-declined",
        trade + "/review",
        early,
        "TRADE_NOT_FINISHED",
        "TRADE_NOT_REVIEWABLE");
  }
}
