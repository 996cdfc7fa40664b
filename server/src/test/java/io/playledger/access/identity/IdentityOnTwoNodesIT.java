package io.playledger.access.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.api.PersonalText;
import io.playledger.api.PersonalTexts;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Changes on one node take effect on the other within five seconds. */
@Isolated("holds a promise in seconds")
class IdentityOnTwoNodesIT {

  private static final Duration PROMISED = Duration.ofSeconds(5);

  private static ServerUnderTest one;
  private static ServerUnderTest other;

  @BeforeAll
  static void start() {
    PostgresDatabase database = TemporaryPostgres.durable().newDatabase();
    one = node(database, "one");
    other = node(database, "other");
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
  }

  private static ServerUnderTest node(PostgresDatabase database, String name) {
    return ServerUnderTest.startOn(
        database,
        "--playledger.master-key=" + Base64.getEncoder().encodeToString(new byte[32]),
        "--playledger.runtime.node-id=" + name,
        "--playledger.pool-connections-max=16",
        // as late as the settings allow, and the promise still holds
        "--playledger.session.standing-cache-millis-max=5000");
  }

  @Test
  void banTakesEffectOnTheOtherNode() {
    TestPlayer player = one.newPlayer();
    assertThat(me(one, player.token())).isEqualTo(200);
    assertThat(
            other
                .http()
                .post(
                    "/admin/players/" + player.id() + "/ban",
                    TestMarket.json("reason", "for a test"))
                .as(other.admin())
                .keyed()
                .send()
                .status())
        .isEqualTo(200);

    await().atMost(PROMISED).until(() -> me(one, player.token()) == 401);
  }

  @Test
  void endedSessionIsRefusedOnTheOtherNode() {
    TestPlayer player = one.newPlayer();
    assertThat(me(one, player.token())).isEqualTo(200);
    other.http().post("/auth/logout-all", null).as(player).send();

    await().atMost(PROMISED).until(() -> me(one, player.token()) == 401);
  }

  @Test
  void keyOfAnErasedPersonIsForgottenOnTheOtherNode() {
    TestPlayer player = one.newPlayer();
    PersonalTexts texts = one.bean(PersonalTexts.class);
    PersonalText text = texts.protect(UUID.fromString(player.id()), "hardly used");
    assertThat(texts.reveal(text)).as("the key is at hand").hasValue("hardly used");

    assertThat(other.http().delete("/me").as(player).keyed().send().status()).isEqualTo(200);

    await().atMost(PROMISED).until(() -> texts.reveal(text).isEmpty());
    assertThat(me(one, player.token())).isEqualTo(401);
  }

  @Test
  void newSigningKeyIsKnownAndTheFormerOneStillVerifies() {
    TestPlayer before = one.newPlayer();
    assertThat(
            other
                .http()
                .post("/admin/signing-keys/rotate", TestMarket.json("reason", "for a test"))
                .as(other.admin())
                .send()
                .status())
        .isEqualTo(200);
    TestPlayer after = other.logIn(before.email(), TestPlayer.PASSWORD);

    assertThat(me(one, after.token())).isEqualTo(200);
    assertThat(me(other, before.token())).isEqualTo(200);
    assertThat(one.http().get("//.well-known/jwks.json").send().json().path("keys").size())
        .isEqualTo(2);
  }

  private static int me(ServerUnderTest node, String token) {
    return node.http().get("/auth/me").token(token).send().status();
  }
}
