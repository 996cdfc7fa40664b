package io.playledger.verification.day;

import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import io.playledger.verification.http.Session;
import io.playledger.verification.plan.Currency;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A point in time that a step can build on and that is the same when the run is repeated: the
 * moment of a tiny credit, as the server has it. Requests with a time of day in them stay the same
 * that way.
 */
final class Anchor {

  private final Stage stage;

  Anchor(Stage stage) {
    this.stage = stage;
  }

  Instant at(int player, String step) {
    Session session = stage.player(player);
    ObjectNode body =
        Json.object()
            .put("asset", Currency.USD.name())
            .put("amount", Currency.USD.decimal(1))
            .put("reason", "anchor of " + step);
    String path = "/admin/wallets/" + session.playerId() + "/credits";
    ApiReply credit =
        stage.desk().must(Act.post(stage.admin(), "wallet.credit", step + "/anchor", path, body));
    stage.record().ledger().move("system:mint", Stage.account(player), Currency.USD, 1);
    session.saw(credit.position());
    String transaction = "/wallet/transactions/" + credit.text("transaction");
    return Instant.parse(stage.desk().read(session, "transaction.read", transaction).text("at"));
  }
}
