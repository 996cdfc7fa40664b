package io.playledger.verification.day;

import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import io.playledger.verification.http.Session;
import io.playledger.verification.plan.HoldPlan;
import io.playledger.verification.plan.ItemPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Two-phase payments, and things whose time runs out within the day. */
final class HoldScript {

  /** Long enough to be placed in time on a busy machine, short enough to end within the day. */
  private static final Duration SOON = Duration.ofSeconds(12);

  private static final Duration LATER = Duration.ofDays(20);

  private final Stage stage;
  private final Anchor anchor;

  HoldScript(Stage stage, Anchor anchor) {
    this.stage = stage;
    this.anchor = anchor;
  }

  void play(HoldPlan plan) {
    boolean expires = plan.end() == HoldPlan.End.EXPIRED;
    Instant end = anchor.at(plan.owner(), plan.step()).plus(expires ? SOON : LATER);
    ObjectNode body =
        Json.object()
            .put("payee", stage.player(plan.payee()).playerId())
            .put("asset", plan.currency().name())
            .put("amount", plan.currency().decimal(plan.units()))
            .put("purpose", "deposit on a room")
            .put("expiresAt", end.toString());
    Session owner = stage.player(plan.owner());
    Act act = Act.post(owner, "hold.place", plan.step() + "/place", "/wallet/holds", body);
    ApiReply reply = stage.desk().perform(act, placing("HOLD_EXPIRY_OUT_OF_RANGE", expires));
    if (!reply.ok()) {
      return;
    }
    switch (plan.end()) {
      case CAPTURED -> capture(plan, reply.text("hold"));
      case RELEASED -> release(plan, reply.text("hold"));
      case EXPIRED -> {}
    }
  }

  private void capture(HoldPlan plan, String hold) {
    ObjectNode body = Json.object();
    if (plan.captured() < plan.units()) {
      body.put("amount", plan.currency().decimal(plan.captured()));
    }
    String path = "/wallet/holds/" + hold + "/capture";
    Session payee = stage.player(plan.payee());
    stage.desk().must(Act.post(payee, "hold.capture", plan.step() + "/capture", path, body));
    stage
        .record()
        .ledger()
        .move(
            Stage.account(plan.owner()),
            Stage.account(plan.payee()),
            plan.currency(),
            plan.captured());
    stage
        .desk()
        .perform(
            Act.post(payee, "hold.release", plan.step() + "/release-ended", release(hold)),
            Expect.refused("HOLD_ENDED", "HOLD_NOT_FOUND"));
  }

  private void release(HoldPlan plan, String hold) {
    Session payee = stage.player(plan.payee());
    stage.desk().must(Act.post(payee, "hold.release", plan.step() + "/release", release(hold)));
  }

  private static String release(String hold) {
    return "/wallet/holds/" + hold + "/release";
  }

  /** A listing whose time ends within the day, unsold. */
  void expiringListing(ItemPlan item) {
    String step = item.step() + "/expiring";
    Instant end = anchor.at(item.seller(), step).plus(SOON);
    ObjectNode body =
        Json.object()
            .put("gameId", item.game())
            .put("itemName", "Melting " + item.name())
            .put("asset", item.currency().name())
            .put("price", item.currency().decimal(item.price()))
            .put("expiresAt", end.toString());
    Session seller = stage.player(item.seller());
    Act act = Act.post(seller, "listing.create", step, "/listings", body);
    ApiReply reply = stage.desk().perform(act, placing("LISTING_EXPIRY_OUT_OF_RANGE", true));
    if (reply.ok()) {
      stage.record().expiring(reply.text("listing"), step);
    }
  }

  /** After a crash the end may have passed before the request came through. */
  private static Expect placing(String tooLate, boolean soon) {
    return soon ? Expect.successOr(Set.of(tooLate)) : Expect.success();
  }
}
