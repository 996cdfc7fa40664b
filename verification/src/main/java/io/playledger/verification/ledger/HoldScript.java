package io.playledger.verification.ledger;

import io.playledger.verification.day.Act;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Expect;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Two-phase payments: placed, then captured, released or left to expire. */
final class HoldScript {

  /** Long enough to be placed in time on a busy machine, short enough to end within the day. */
  private static final Duration SOON = Duration.ofSeconds(12);

  private static final Duration LATER = Duration.ofDays(20);

  private final DayStage stage;
  private final Anchor anchor;

  HoldScript(DayStage stage, Anchor anchor) {
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
    Actor owner = stage.player(plan.owner());
    Act act = Act.post(owner, "hold.place", plan.step() + "/place", "/wallet/holds", body);
    ApiReply reply = stage.desk().perform(act, placing(expires));
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
    Actor payee = stage.player(plan.payee());
    stage.desk().must(Act.post(payee, "hold.capture", plan.step() + "/capture", path, body));
    stage
        .books()
        .move(
            DayStage.account(plan.owner()),
            DayStage.account(plan.payee()),
            plan.currency(),
            plan.captured());
    stage
        .desk()
        .perform(
            Act.post(payee, "hold.release", plan.step() + "/release-ended", release(hold)),
            Expect.refused("HOLD_ENDED", "HOLD_NOT_FOUND"));
  }

  private void release(HoldPlan plan, String hold) {
    Actor payee = stage.player(plan.payee());
    stage.desk().must(Act.post(payee, "hold.release", plan.step() + "/release", release(hold)));
  }

  private static String release(String hold) {
    return "/wallet/holds/" + hold + "/release";
  }

  /** After a crash the end may have passed before the request came through. */
  private static Expect placing(boolean soon) {
    return soon ? Expect.successOr(Set.of("HOLD_EXPIRY_OUT_OF_RANGE")) : Expect.success();
  }
}
