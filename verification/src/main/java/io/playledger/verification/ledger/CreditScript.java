package io.playledger.verification.ledger;

import io.playledger.verification.books.Currency;
import io.playledger.verification.day.Act;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** An admin credits the wallets of players who have arrived. */
final class CreditScript {

  private final DayStage stage;
  private final Map<Integer, FirstCredit> firstCredits = new ConcurrentHashMap<>();

  CreditScript(DayStage stage) {
    this.stage = stage;
  }

  /** A player's first credit and the log position of its acknowledgement. */
  record FirstCredit(Currency currency, long units, long position) {}

  void play(int player, List<CreditPlan> credits) {
    int number = 0;
    for (CreditPlan credit : credits) {
      credit(player, credit, DayStage.step(player) + "/credit-" + number++);
    }
  }

  /** By player number. */
  Map<Integer, FirstCredit> firstCredits() {
    return Map.copyOf(firstCredits);
  }

  private void credit(int player, CreditPlan credit, String step) {
    Actor actor = stage.player(player);
    String source = credit.fromPayments() ? "system:payments" : "system:mint";
    ObjectNode body =
        Json.object()
            .put("asset", credit.currency().name())
            .put("amount", credit.currency().decimal(credit.units()))
            .put("reason", "market day, " + step)
            .put("source", source);
    String path = "/admin/wallets/" + actor.playerId() + "/credits";
    ApiReply reply = stage.desk().must(Act.post(stage.admin(), "wallet.credit", step, path, body));
    actor.saw(reply.position());
    stage.books().move(source, DayStage.account(player), credit.currency(), credit.units());
    firstCredits.putIfAbsent(
        player, new FirstCredit(credit.currency(), credit.units(), reply.position()));
  }
}
