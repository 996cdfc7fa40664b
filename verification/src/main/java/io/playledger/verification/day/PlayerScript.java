package io.playledger.verification.day;

import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import io.playledger.verification.http.Session;
import io.playledger.verification.plan.PlayerPlan;
import tools.jackson.databind.node.ObjectNode;

/** A player comes to the platform: registers, logs in, and an admin credits the wallet. */
final class PlayerScript {

  private final Stage stage;
  private final Doors doors;

  PlayerScript(Stage stage, Doors doors) {
    this.stage = stage;
    this.doors = doors;
  }

  void play(PlayerPlan plan) {
    Session session = stage.player(plan.number());
    doors.enter(session, plan.step());
    int number = 0;
    for (PlayerPlan.CreditPlan credit : plan.credits()) {
      credit(plan, session, credit, plan.step() + "/credit-" + number++);
    }
  }

  private void credit(PlayerPlan plan, Session session, PlayerPlan.CreditPlan credit, String step) {
    String source = credit.fromPayments() ? "system:payments" : "system:mint";
    ObjectNode body =
        Json.object()
            .put("asset", credit.currency().name())
            .put("amount", credit.currency().decimal(credit.units()))
            .put("reason", "market day, " + step)
            .put("source", source);
    String path = "/admin/wallets/" + session.playerId() + "/credits";
    ApiReply reply = stage.desk().must(Act.post(stage.admin(), "wallet.credit", step, path, body));
    session.saw(reply.position());
    stage
        .record()
        .ledger()
        .move(source, Stage.account(plan.number()), credit.currency(), credit.units());
    stage
        .record()
        .credited(
            plan.number(),
            new DayRecord.FirstCredit(credit.currency(), credit.units(), reply.position()));
  }
}
