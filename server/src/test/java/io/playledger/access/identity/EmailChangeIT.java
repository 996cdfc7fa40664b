package io.playledger.access.identity;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static io.playledger.server.TestMarket.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Adding and changing the e-mail address of an account. */
class EmailChangeIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final Pattern TOKEN = Pattern.compile("pl[a-z]_[A-Za-z0-9_-]{43}");
  private static final String PROOF = "Confirm your new e-mail address";
  private static final String NOTICE = "Your e-mail address is about to change";
  private static final String RESET = "Reset your password";

  private final HttpTestClient http = SERVER.http();
  private final JdbcClient sql = JdbcClient.create(SERVER.bean(DataSource.class));
  private final TestPlayer player = SERVER.newPlayer();
  private final String wanted = "new-" + UUID.randomUUID() + "@example.org";

  @Nested
  class WithoutAnAddress {

    @Test
    void addressIsAddedByMailAndThenAPasswordIsSet() {
      withoutAddressAndPassword();
      assertProblem(
          http.post("/auth/set-password", "{}").as(player).send(), 409, "EMAIL_NOT_VERIFIED");

      assertThat(ask(wanted).status()).isEqualTo(202);
      assertThat(email()).as("nothing changes before it is proved").isEqualTo("none");
      assertThat(confirm(player, tokenOf(wanted, PROOF)).status()).isEqualTo(200);
      assertThat(email()).isEqualTo(wanted + " true");

      assertThat(http.post("/auth/set-password", "{}").as(player).send().status()).isEqualTo(202);
      assertThat(
              http.post(
                      "/auth/reset-password",
                      json("token", tokenOf(wanted, RESET), "newPassword", "Another-horse-8"))
                  .send()
                  .status())
          .isEqualTo(200);
      assertThat(SERVER.logIn(wanted, "Another-horse-8").id()).isEqualTo(player.id());
    }

    @Test
    void addingAnAddressRequiresARecentSignIn() {
      withoutAddressAndPassword();
      sql.sql(
              "UPDATE auth.session SET authenticated_at = authenticated_at - interval '1 hour'"
                  + " WHERE account_id = ?::uuid")
          .param(player.id())
          .update();

      assertProblem(ask(wanted), 403, "STEP_UP_REQUIRED");
    }

    private void withoutAddressAndPassword() {
      sql.sql(
              "UPDATE auth.account SET email_hash = NULL, email_sealed = NULL,"
                  + " email_verified_at = NULL, password_hash = NULL WHERE id = ?::uuid")
          .param(player.id())
          .update();
    }
  }

  @Nested
  class WithAnAddress {

    @Test
    void confirmedAddressReplacesTheFormerOne() {
      verified();
      TestPlayer elsewhere = SERVER.logIn(player.email(), TestPlayer.PASSWORD);
      http.post("/auth/forgot-password", json("email", player.email())).send();
      String mailedBefore = tokenOf(player.email(), RESET);
      ask(wanted);
      assertThat(awaitMail(player.email(), NOTICE)).as("who had it hears of it").isNotEmpty();
      confirm(player, tokenOf(wanted, PROOF));

      assertThat(email()).isEqualTo(wanted + " true");
      assertThat(http.get("/auth/me").as(elsewhere).send().status()).isEqualTo(401);
      assertProblem(logIn(player.email()), 401, "CREDENTIALS_REJECTED");
      assertThat(logIn(wanted).status()).isEqualTo(200);
      assertProblem(
          http.post(
                  "/auth/reset-password",
                  json("token", mailedBefore, "newPassword", "Another-horse-8"))
              .send(),
          422,
          "TOKEN_REJECTED");
      assertThat(credentialChanges()).contains("EMAIL_CHANGED");
    }

    @Test
    void unverifiedFormerAddressIsNotNotified() {
      ask(wanted);
      awaitMail(wanted, PROOF);

      assertThat(mail(player.email(), NOTICE)).isEmpty();
    }

    @Test
    void sameAddressCanBeConfirmed() {
      ask(player.email());
      confirm(player, tokenOf(player.email(), PROOF));

      assertThat(email()).isEqualTo(player.email() + " true");
    }

    @Test
    void addressOfAnotherAccountIsNeitherTakenNorRevealed() {
      TestPlayer other = SERVER.newPlayer();
      HttpTestClient.Reply asked = ask(other.email());
      assertProblem(confirm(player, tokenOf(other.email(), PROOF)), 409, "EMAIL_TAKEN");
      assertThat(email()).isEqualTo(player.email() + " false");

      assertThat(ask(wanted).data()).isEqualTo(asked.data());
    }

    private void verified() {
      sql.sql("UPDATE auth.account SET email_verified_at = clock_timestamp() WHERE id = ?::uuid")
          .param(player.id())
          .update();
    }
  }

  @Nested
  class TheToken {

    @Test
    void tokenIsAcceptedOnceAndInItsAccountOnly() {
      ask(wanted);
      String token = tokenOf(wanted, PROOF);

      assertProblem(confirm(SERVER.newPlayer(), token), 422, "TOKEN_REJECTED");
      assertThat(http.post("/auth/email/confirm", json("token", token)).send().status())
          .isEqualTo(401);
      assertThat(confirm(player, token).status()).isEqualTo(200);
      assertProblem(confirm(player, token), 422, "TOKEN_REJECTED");
    }

    /** Otherwise an address could be confirmed with a token that was sent to another one. */
    @Test
    void tokenConfirmsOnlyTheAddressItWasSentTo() {
      ask(wanted);
      String token = tokenOf(wanted, PROOF);
      ask("other-" + wanted);

      assertProblem(confirm(player, token), 422, "TOKEN_REJECTED");
      assertThat(email()).isEqualTo(player.email() + " false");
    }

    @Test
    void tokenExpiresAfterADay() {
      ask(wanted);
      String token = tokenOf(wanted, PROOF);
      sql.sql(
              "UPDATE auth.email_change SET expires_at = clock_timestamp() WHERE account_id ="
                  + " ?::uuid")
          .param(player.id())
          .update();

      assertProblem(confirm(player, token), 422, "TOKEN_REJECTED");
    }

    @Test
    void inventedTokenIsRejected() {
      ask(wanted);

      assertProblem(confirm(player, "plc_" + "A".repeat(43)), 422, "TOKEN_REJECTED");
      assertInvalid(confirm(player, " "), "token");
      assertInvalid(ask("no-address"), "email");
    }
  }

  @Test
  void requestedAddressIsEncryptedAndErasedWithThePerson() {
    ask(wanted);
    awaitMail(wanted, PROOF);
    assertThat(rows("email_change")).hasSize(1).doesNotContain(wanted);
    JsonNode export = http.get("/me/export").as(player).send().json();
    assertThat(export.toString()).contains(wanted);

    assertThat(http.delete("/me").as(player).keyed().send().status()).isEqualTo(200);

    assertThat(rows("email_change")).isEmpty();
    assertThat(mail(wanted, PROOF)).isEmpty();
  }

  private List<String> rows(String table) {
    return sql.sql("SELECT t::text FROM auth." + table + " t WHERE account_id = ?::uuid")
        .param(player.id())
        .query(String.class)
        .list();
  }

  private HttpTestClient.Reply ask(String email) {
    return http.post("/auth/email", json("email", email)).as(player).send();
  }

  private HttpTestClient.Reply confirm(TestPlayer who, String token) {
    return http.post("/auth/email/confirm", json("token", token)).as(who).send();
  }

  private HttpTestClient.Reply logIn(String email) {
    return http.post("/auth/login", json("email", email, "password", TestPlayer.PASSWORD)).send();
  }

  private String email() {
    JsonNode me = http.get("/auth/me").as(player).send().data();
    return me.has("email")
        ? me.path("email").asString() + " " + me.path("emailVerified").asBoolean()
        : "none";
  }

  private String credentialChanges() {
    return http.get("/admin/events?type=CredentialChanged&actor=" + player.id())
        .as(SERVER.admin())
        .send()
        .text();
  }

  private String tokenOf(String email, String subject) {
    Matcher token = TOKEN.matcher(awaitMail(email, subject));
    assertThat(token.find()).isTrue();
    return token.group();
  }

  private String awaitMail(String email, String subject) {
    return await()
        .atMost(TestMarket.PATIENCE)
        .until(() -> mail(email, subject), Optional::isPresent)
        .orElseThrow();
  }

  /** The newest of that subject. */
  private Optional<String> mail(String email, String subject) {
    List<String> texts = new ArrayList<>();
    http.get("/admin/mail-outbox?limit=200")
        .as(SERVER.admin())
        .send()
        .data()
        .forEach(
            mail -> {
              if (mail.path("to").asString("").equals(email)
                  && mail.path("subject").asString("").equals(subject)) {
                texts.add(mail.path("text").asString());
              }
            });
    return texts.stream().findFirst();
  }
}
