package io.playledger.verification.market;

import io.playledger.verification.day.Act;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Expect;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import io.playledger.verification.ledger.Anchor;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** A listing that expires within the day, unsold. */
final class ExpiringListingScript {

  /** Long enough to be created in time on a busy machine, short enough to end within the day. */
  private static final Duration SOON = Duration.ofSeconds(12);

  private final DayStage stage;
  private final MarketRecord record;
  private final Anchor anchor;

  ExpiringListingScript(DayStage stage, MarketRecord record, Anchor anchor) {
    this.stage = stage;
    this.record = record;
    this.anchor = anchor;
  }

  void play(ItemPlan item) {
    String step = item.step() + "/expiring";
    Instant end = anchor.at(item.seller(), step).plus(SOON);
    ObjectNode body =
        Json.object()
            .put("gameId", item.game())
            .put("itemName", "Melting " + item.name())
            .put("asset", item.currency().name())
            .put("price", item.currency().decimal(item.price()))
            .put("expiresAt", end.toString());
    Actor seller = stage.player(item.seller());
    Act act = Act.post(seller, "listing.create", step, "/listings", body);
    // after a crash the end may have passed before the request came through
    ApiReply reply =
        stage.desk().perform(act, Expect.successOr(Set.of("LISTING_EXPIRY_OUT_OF_RANGE")));
    if (reply.ok()) {
      record.expiring(reply.text("listing"), step);
    }
  }
}
