package io.playledger.access.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountsIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private final HttpTestClient http = SERVER.http();

  private static String registration(String email, String username, String password) {
    return """
    {"email":"%s","username":"%s","password":"%s"}
    """
        .formatted(email, username, password);
  }

  private static String fresh(String prefix) {
    return prefix + UUID.randomUUID().toString().substring(24);
  }

  @Nested
  class Register {

    @Test
    void registeredPlayerCanLogInAtOnce() {
      String name = fresh("ann-");
      String email = name + "@example.org";
      HttpTestClient.Reply registered =
          http.post("/auth/register", registration(email, name, TestPlayer.PASSWORD))
              .keyed()
              .send();

      assertThat(registered.status()).isEqualTo(201);
      assertThat(registered.position()).isPositive();
      assertThat(registered.data().path("username").asString()).isEqualTo(name);
      TestPlayer player = SERVER.logIn(email, TestPlayer.PASSWORD);
      HttpTestClient.Reply me = http.get("/auth/me").as(player).send();
      assertThat(me.data().path("playerId").asString())
          .isEqualTo(registered.data().path("playerId").asString());
      assertThat(me.data().path("email").asString()).isEqualTo(email);
      assertThat(me.data().path("roles").toString()).isEqualTo("[\"player\"]");
    }

    @Test
    void repeatedRegistrationGetsTheFirstReplyMarkedAsReplayed() {
      String name = fresh("rep-");
      UUID key = UUID.randomUUID();
      String body = registration(name + "@example.org", name, TestPlayer.PASSWORD);
      HttpTestClient.Reply first = http.post("/auth/register", body).keyed(key).send();
      HttpTestClient.Reply again = http.post("/auth/register", body).keyed(key).send();

      assertThat(again.status()).isEqualTo(201);
      assertThat(again.replayed()).isTrue();
      assertThat(again.data()).isEqualTo(first.data());
      assertThat(again.position()).isEqualTo(first.position());
    }

    @Test
    void registrationRefusesItsKeyForAnotherBody() {
      String name = fresh("key-");
      String email = name + "@example.org";
      assertRefusedAfter(
          registration(email, name, TestPlayer.PASSWORD),
          registration(email, name + "x", TestPlayer.PASSWORD));
    }

    @Test
    void registrationRefusesItsKeyForAnotherPassword() {
      String name = fresh("key-");
      String email = name + "@example.org";
      assertRefusedAfter(
          registration(email, name, TestPlayer.PASSWORD),
          registration(email, name, "Another-horse-8"));
    }

    private void assertRefusedAfter(String first, String second) {
      UUID key = UUID.randomUUID();
      http.post("/auth/register", first).keyed(key).send();
      HttpTestClient.Reply other = http.post("/auth/register", second).keyed(key).send();

      assertThat(other.status()).isEqualTo(422);
      assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    /** The fingerprint of a registration does not contain the password; the slow hash does. */
    @Test
    void repeatedRegistrationIsComparedWithTheCurrentPassword() {
      String name = fresh("key-");
      UUID key = UUID.randomUUID();
      String email = name + "@example.org";
      http.post("/auth/register", registration(email, name, TestPlayer.PASSWORD)).keyed(key).send();
      TestPlayer player = SERVER.logIn(email, TestPlayer.PASSWORD);
      http.post(
              "/auth/change-password",
              "{\"currentPassword\":\"%s\",\"newPassword\":\"Another-horse-8\"}"
                  .formatted(TestPlayer.PASSWORD))
          .as(player)
          .send();
      HttpTestClient.Reply again =
          http.post("/auth/register", registration(email, name, "Another-horse-8"))
              .keyed(key)
              .send();

      assertThat(again.status()).as(again.toString()).isEqualTo(201);
      assertThat(again.replayed()).isTrue();
    }

    @Test
    void takenEmailOrUsernameIsRejectedInAnyCase() {
      TestPlayer taken = SERVER.newPlayer();
      HttpTestClient.Reply email =
          http.post(
                  "/auth/register",
                  registration(
                      taken.email().toUpperCase(Locale.ROOT), fresh("x-"), TestPlayer.PASSWORD))
              .keyed()
              .send();
      HttpTestClient.Reply name =
          http.post(
                  "/auth/register",
                  registration(
                      fresh("y") + "@example.org",
                      taken.username().toUpperCase(Locale.ROOT),
                      TestPlayer.PASSWORD))
              .keyed()
              .send();

      assertThat(email.code()).isEqualTo("EMAIL_TAKEN");
      assertThat(name.code()).isEqualTo("USERNAME_TAKEN");
      assertThat(email.status()).isEqualTo(409);
    }

    /** Its lower case is the letter k, so a careless server would confuse two mailboxes. */
    @Test
    void kelvinSignIsNotTheLetterK() {
      String name = fresh("kim-");
      assertThat(register(name + "@example.org", name).status()).isEqualTo(201);

      assertThat(register("\u212a" + name.substring(1) + "@example.org", fresh("k-")).status())
          .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
      "not-an-address, goodname, Correct-horse-7, email",
      "a@example.org, ab, Correct-horse-7, username",
      "a@example.org, has space, Correct-horse-7, username",
      "a@example.org, goodname, Short1a, password",
      "a@example.org, goodname, alllowercase1, password",
      "a@example.org, goodname, ALLUPPERCASE1, password",
      "a@example.org, goodname, NoDigitsHere, password"
    })
    void invalidRegistrationIsRejectedWithItsField(
        String email, String username, String password, String field) {
      HttpTestClient.Reply reply =
          http.post("/auth/register", registration(email, username, password)).keyed().send();

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
      assertThat(reply.details().propertyNames()).containsExactly(field);
    }

    @Test
    void parallelRegistrationsOfOneEmailOrNameAdmitExactlyOne() throws Exception {
      String name = fresh("race-");
      List<Callable<HttpTestClient.Reply>> attempts = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String mine = fresh("r" + i);
        attempts.add(() -> register(name + "@example.org", mine));
        attempts.add(() -> register(mine + "@example.org", name));
      }
      List<HttpTestClient.Reply> replies = new ArrayList<>();
      try (ExecutorService clients = Executors.newFixedThreadPool(attempts.size())) {
        for (Future<HttpTestClient.Reply> reply : clients.invokeAll(attempts)) {
          replies.add(reply.get());
        }
      }

      assertThat(replies).allMatch(reply -> Set.of(201, 409).contains(reply.status()));
      for (int kind = 0; kind < 2; kind++) {
        int first = kind;
        List<HttpTestClient.Reply> racers =
            IntStream.range(0, replies.size())
                .filter(i -> i % 2 == first)
                .mapToObj(replies::get)
                .toList();
        assertThat(racers.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        assertThat(racers.stream().filter(reply -> reply.status() == 409))
            .allMatch(reply -> reply.code().equals(first == 0 ? "EMAIL_TAKEN" : "USERNAME_TAKEN"));
      }
    }

    private HttpTestClient.Reply register(String email, String name) {
      return http.post("/auth/register", registration(email, name, TestPlayer.PASSWORD))
          .keyed()
          .send();
    }
  }

  @Nested
  class LogIn {

    @Test
    void loginRepliesTheSameForAWrongPasswordAndAnUnknownAccount() {
      TestPlayer player = SERVER.newPlayer();
      HttpTestClient.Reply wrong = attempt(player.email(), "Wrong-horse-7");
      HttpTestClient.Reply nobody = attempt("nobody@example.org", "Wrong-horse-7");

      assertThat(wrong.status()).isEqualTo(401);
      assertThat(wrong.code()).isEqualTo("CREDENTIALS_REJECTED").isEqualTo(nobody.code());
      assertThat(wrong.json().path("detail")).isEqualTo(nobody.json().path("detail"));
    }

    @Test
    void loginCompletesAnInterruptedRegistration() {
      // what a crash between the row and the event leaves: state REGISTERING and no event
      TestPlayer player = SERVER.newPlayer();
      JdbcClient database = JdbcClient.create(SERVER.bean(DataSource.class));
      database
          .sql("DELETE FROM auth.account_role WHERE account_id = ?::uuid")
          .param(player.id())
          .update();
      database
          .sql("UPDATE auth.account SET state = 'REGISTERING' WHERE id = ?::uuid")
          .param(player.id())
          .update();
      assertThat(http.get("/auth/me").as(player).send().status()).isEqualTo(401);

      TestPlayer again = SERVER.logIn(player.email(), TestPlayer.PASSWORD);

      assertThat(http.get("/auth/me").as(again).send().status()).isEqualTo(200);
    }

    @Test
    void loginWorksWithAnExpiredTokenInTheHeader() {
      TestPlayer player = SERVER.newPlayer();
      HttpTestClient.Reply reply =
          http.post(
                  "/auth/login",
                  "{\"email\":\"%s\",\"password\":\"%s\"}"
                      .formatted(player.email(), TestPlayer.PASSWORD))
              .token("stale")
              .send();

      assertThat(reply.status()).isEqualTo(200);
    }

    private HttpTestClient.Reply attempt(String email, String password) {
      return http.post(
              "/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password))
          .send();
    }
  }

  @Nested
  class Roles {

    @Test
    void roleGrantedByAnAdminTakesEffectAtOnce() {
      TestPlayer auditor = SERVER.newPlayerWithRole("auditor");

      assertThat(http.get("/admin/events").as(auditor).send().status()).isEqualTo(200);
      assertThat(
              http.post("/admin/processors/projections.ledger/pause", "{}")
                  .as(auditor)
                  .send()
                  .code())
          .isEqualTo("FORBIDDEN");
    }

    @Test
    void roleForAnUnknownPlayerIsNotFound() {
      HttpTestClient.Reply reply =
          http.post(
                  "/admin/players/" + UUID.randomUUID() + "/roles",
                  "{\"role\":\"auditor\",\"reason\":\"for a test\"}")
              .as(SERVER.admin())
              .keyed()
              .send();

      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.code()).isEqualTo("PLAYER_NOT_FOUND");
    }
  }

  @Test
  void onlyTheChangedPasswordIsAccepted() {
    TestPlayer player = SERVER.newPlayer();
    HttpTestClient.Reply wrong =
        http.post(
                "/auth/change-password",
                "{\"currentPassword\":\"Wrong-horse-7\",\"newPassword\":\"Another-horse-8\"}")
            .as(player)
            .send();
    HttpTestClient.Reply changed =
        http.post(
                "/auth/change-password",
                "{\"currentPassword\":\"%s\",\"newPassword\":\"Another-horse-8\"}"
                    .formatted(TestPlayer.PASSWORD))
            .as(player)
            .send();

    assertThat(wrong.code()).isEqualTo("CREDENTIALS_REJECTED");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(SERVER.logIn(player.email(), "Another-horse-8").id()).isEqualTo(player.id());
  }
}
