package io.playledger.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Credits wallets of test players and reads them. */
public final class Bank {

  private final ServerUnderTest server;

  /** Not the admin, whose reads are recorded as events. */
  private TestPlayer auditor;

  public Bank(ServerUnderTest server) {
    this.server = server;
  }

  /** Somebody new who has this much. */
  public TestPlayer playerWith(String asset, String amount) {
    TestPlayer player = server.newPlayer();
    credit(player, asset, amount);
    return player;
  }

  /** Credits, and answers with the reply. */
  public HttpTestClient.Reply credit(TestPlayer player, String asset, String amount) {
    HttpTestClient.Reply reply =
        server
            .http()
            .post(
                "/admin/wallets/" + player.id() + "/credits",
                "{\"asset\":\"%s\",\"amount\":\"%s\",\"reason\":\"for a test\"}"
                    .formatted(asset, amount))
            .as(server.admin())
            .keyed()
            .send();
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    return reply;
  }

  /** What {@code GET /wallet} says of the asset now, all that was stored so far included. */
  public JsonNode balance(TestPlayer player, String asset) {
    HttpTestClient.Reply reply =
        server.http().get("/wallet/balance?asset=" + asset).as(player).minPosition(head()).send();
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.data();
  }

  /** Posted and available balance, as {@code "10.00/8.00"}. */
  public String balances(TestPlayer player, String asset) {
    JsonNode balance = balance(player, asset);
    return balance.path("posted").asString() + "/" + balance.path("available").asString();
  }

  /** The last position of the log. */
  public long head() {
    return lastPosition("");
  }

  /** The last log position of each player. If it is unchanged, they have changed nothing. */
  public String deeds(TestPlayer... actors) {
    return Stream.of(actors)
        .map(actor -> actor.username() + "@" + lastPosition("&actor=" + actor.id()))
        .collect(Collectors.joining(" "));
  }

  private long lastPosition(String filter) {
    if (auditor == null) {
      auditor = server.newPlayerWithRole("auditor");
    }
    HttpTestClient.Reply reply =
        server.http().get("/admin/events?order=desc&limit=1" + filter).as(auditor).send();
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.data().path(0).path("position").asLong(0);
  }
}
