package io.playledger.access.identity;

import io.playledger.access.identity.external.ExternalIdentities;
import io.playledger.access.identity.external.ExternalPerson;
import io.playledger.api.identity.PlayerId;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import io.playledger.server.authority.MatrixThings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Accounts, and what belongs to them, for the matrix. */
final class AccountThings implements MatrixThings {

  @Override
  public Map<String, Thing> things() {
    return Map.of(
        "player", Thing.of((market, owner) -> owner.id()),
        "another-player", Thing.of((market, any) -> market.newPlayer().id()),
        "premium-player", new Thing("premium", (market, owner) -> owner.id()),
        "banned-player", Thing.of((market, any) -> banned(market)),
        "session", Thing.of((market, owner) -> otherSession(owner)),
        "identity", Thing.of((market, owner) -> identity(owner)));
  }

  private static String banned(TestMarket market) {
    TestPlayer player = market.newPlayer();
    market.post(
        "/admin/players/" + player.id() + "/ban",
        ServerUnderTest.shared().admin(),
        TestMarket.json("reason", "for a test"));
    return player.id();
  }

  /** Besides the one that asks. */
  private static String otherSession(TestPlayer owner) {
    ServerUnderTest server = ServerUnderTest.shared();
    return server
        .http()
        .get("/auth/sessions")
        .as(server.logIn(owner.email(), TestPlayer.PASSWORD))
        .send()
        .data()
        .get(0)
        .path("id")
        .asString();
  }

  private static String identity(TestPlayer owner) {
    ExternalIdentities identities = ServerUnderTest.shared().bean(ExternalIdentities.class);
    PlayerId player = PlayerId.of(owner.id());
    identities.insert(
        player, ExternalPerson.withoutEmail("google", owner.id(), Optional.empty()), Instant.now());
    return identities.of(player).getFirst().id().toString();
  }
}
