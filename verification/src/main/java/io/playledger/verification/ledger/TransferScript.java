package io.playledger.verification.ledger;

import io.playledger.verification.day.Act;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Expect;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Players transfer funds; an admin reverses some transfers and debits wallets. */
final class TransferScript {

  private final DayStage stage;

  TransferScript(DayStage stage) {
    this.stage = stage;
  }

  void transfer(TransferPlan plan) {
    Actor payer = stage.player(plan.payer());
    ObjectNode body = body(plan);
    if (plan.rehearsed()) {
      rehearse(plan, payer, body);
    }
    ApiReply reply =
        stage
            .desk()
            .must(Act.post(payer, "wallet.transfer", plan.step(), "/wallet/transfers", body));
    for (TransferPlan.Leg leg : plan.legs()) {
      move(plan.payer(), leg.payee(), leg);
    }
    if (plan.reversed()) {
      reverse(plan, reply.text("transaction"));
    }
  }

  /** One leg is written flat, several as a list. */
  private ObjectNode body(TransferPlan plan) {
    ObjectNode body = Json.object();
    if (plan.legs().size() == 1) {
      write(body, plan.legs().getFirst());
    } else {
      ArrayNode legs = body.putArray("legs");
      plan.legs().forEach(leg -> write(legs.addObject(), leg));
    }
    return body.put("memo", "for last night, " + plan.step());
  }

  private void write(ObjectNode node, TransferPlan.Leg leg) {
    node.put("to", stage.player(leg.payee()).playerId())
        .put("asset", leg.currency().name())
        .put("amount", leg.currency().decimal(leg.units()));
  }

  private void rehearse(TransferPlan plan, Actor payer, ObjectNode body) {
    ApiCall call =
        ApiCall.of("wallet.transfer.dry", "POST", "/wallet/transfers?dryRun=true", body).as(payer);
    ApiReply reply = stage.desk().plain(plan.step() + "/dry", call, rehearsal());
    if (reply.ok() && (reply.status() != 200 || !reply.data().path("dryRun").asBoolean(false))) {
      stage.findings().add("dry run not dry", plan.step() + ": " + reply.brief());
    }
  }

  /** A dry run is decided anew each time, and on a repeated day the money is spent already. */
  private Expect rehearsal() {
    return stage.repeated() ? Expect.successOr(Set.of("INSUFFICIENT_FUNDS")) : Expect.success();
  }

  private void reverse(TransferPlan plan, String transaction) {
    String path = "/wallet/transfers/" + transaction + "/reverse";
    ObjectNode body = Json.object().put("reason", "sent by mistake");
    stage
        .desk()
        .must(Act.post(stage.admin(), "wallet.reverse", plan.step() + "/reverse", path, body));
    for (TransferPlan.Leg leg : plan.legs()) {
      move(leg.payee(), plan.payer(), leg);
    }
  }

  private void move(int from, int to, TransferPlan.Leg leg) {
    stage.books().move(DayStage.account(from), DayStage.account(to), leg.currency(), leg.units());
  }

  void debit(DebitPlan plan) {
    String target = plan.toPayments() ? "system:payments" : "system:burn";
    ObjectNode body =
        Json.object()
            .put("asset", plan.currency().name())
            .put("amount", plan.currency().decimal(plan.units()))
            .put("reason", "paid out, " + plan.step())
            .put("target", target);
    String path = "/admin/wallets/" + stage.player(plan.player()).playerId() + "/debits";
    stage.desk().must(Act.post(stage.admin(), "wallet.debit", plan.step(), path, body));
    stage.books().move(DayStage.account(plan.player()), target, plan.currency(), plan.units());
  }
}
