package io.playledger.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The server with its own PostgreSQL in a data folder, as with no settings at all. */
class RestartIT {

  @Test
  void everythingIsKeptAfterARestart() {
    Path data = ServerUnderTest.temporaryFolder();
    TestPlayer player;
    long head;
    try (ServerUnderTest server = ServerUnderTest.start(data)) {
      player = server.newPlayer();
      head = head(server);
    }
    assertThat(data.resolve("postgres").resolve("data").resolve("postmaster.pid")).doesNotExist();

    try (ServerUnderTest server = ServerUnderTest.start(data)) {
      // one more: the admin has signed in again
      assertThat(head(server)).isEqualTo(head + 1);
      // the token of before: the signing key was kept
      HttpTestClient.Reply me = server.http().get("/auth/me").as(player).send();
      assertThat(me.data().path("username").asString()).isEqualTo(player.username());
      assertThat(server.logIn(player.email(), TestPlayer.PASSWORD).id()).isEqualTo(player.id());
      HttpTestClient.Reply chain =
          server.http().get("/admin/audit/chain").as(server.admin()).send();
      assertThat(chain.data().path("complete").asBoolean()).isTrue();
    }
  }

  @Test
  void databaseWithoutDurabilityIsRefused() {
    PostgresDatabase unsafe = TemporaryPostgres.relaxed().newDatabase();

    assertThatThrownBy(() -> ServerUnderTest.startOn(unsafe))
        .hasStackTraceContaining("StartRefusedException")
        .hasStackTraceContaining("fsync = off");
  }

  private static long head(ServerUnderTest server) {
    return server
        .http()
        .get("/admin/events?order=desc&limit=1")
        .as(server.admin())
        .send()
        .data()
        .get(0)
        .path("position")
        .asLong();
  }
}
