package io.playledger.verification.market;

import io.playledger.verification.day.Act;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Expect;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A seller keeps an item on sale: lists it, completes a trade, and lists it again when it is sold.
 */
final class ItemScript {

  private final DayStage stage;
  private final MarketRecord record;
  private final TradeScript trades;

  ItemScript(DayStage stage, MarketRecord record, TradeScript trades) {
    this.stage = stage;
    this.record = record;
    this.trades = trades;
  }

  void play(ItemPlan item) {
    record.offered(item);
    String listing = list(item, 0);
    if (item.edited()) {
      edit(item, listing);
    }
    int listed = 1;
    for (TradePlan trade : item.trades()) {
      if (listing == null) {
        listing = list(item, listed++);
      }
      boolean onSaleAgain = trades.play(item, trade, listing);
      listing = onSaleAgain ? listing : null;
    }
    if (listing != null) {
      record.onSale(listing, item);
    }
  }

  private String list(ItemPlan item, int time) {
    ObjectNode body =
        Json.object()
            .put("gameId", item.game())
            .put("itemName", item.name())
            .put("description", "As good as new. Seen " + time + " owners today.")
            .put("asset", item.currency().name())
            .put("price", item.currency().decimal(item.price()));
    String step = item.step() + "/list-" + time;
    return stage
        .desk()
        .must(Act.post(seller(item), "listing.create", step, "/listings", body))
        .text("listing");
  }

  /** Reads the version, then changes the words with If-Match; a second change on it is stale. */
  private void edit(ItemPlan item, String listing) {
    Actor seller = seller(item);
    String path = "/listings/" + listing;
    ApiReply read = stage.desk().read(seller, "listing.read", path);
    ObjectNode body = Json.object().put("description", "Price is fair, do not haggle.");
    String etag = read.etag() == null ? "\"1\"" : read.etag();
    stage
        .desk()
        .must(
            Act.of(seller, "listing.edit", item.step() + "/edit", "PATCH", path, body)
                .header("If-Match", etag));
    stage
        .desk()
        .perform(
            Act.of(seller, "listing.edit", item.step() + "/edit-stale", "PATCH", path, body)
                .header("If-Match", etag),
            Expect.refused("LISTING_STALE", "PRECONDITION_FAILED"));
  }

  private Actor seller(ItemPlan item) {
    return stage.player(item.seller());
  }
}
