package io.playledger.verification.ledger;

import io.playledger.verification.books.Currency;
import io.playledger.verification.day.Act;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A point in time that a step can build on and that is the same when the run is repeated: the
 * moment of a tiny credit, as the server has it. Requests with a time of day in them stay the same
 * that way.
 */
public final class Anchor {

  private final DayStage stage;

  public Anchor(DayStage stage) {
    this.stage = stage;
  }

  public Instant at(int player, String step) {
    Actor actor = stage.player(player);
    ObjectNode body =
        Json.object()
            .put("asset", Currency.USD.name())
            .put("amount", Currency.USD.decimal(1))
            .put("reason", "anchor of " + step);
    String path = "/admin/wallets/" + actor.playerId() + "/credits";
    ApiReply credit =
        stage.desk().must(Act.post(stage.admin(), "wallet.credit", step + "/anchor", path, body));
    stage.books().move("system:mint", DayStage.account(player), Currency.USD, 1);
    actor.saw(credit.position());
    String transaction = "/wallet/transactions/" + credit.text("transaction");
    return Instant.parse(stage.desk().read(actor, "transaction.read", transaction).text("at"));
  }
}
