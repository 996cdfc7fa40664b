package io.playledger.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void admitsAPlayerWhoCanLogInAtOnce() {
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
    void repeatedWithTheSameKeyAnswersTheSameAndSaysSo() {
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
    void refusesTheKeyForAnotherBody() {
      String name = fresh("key-");
      UUID key = UUID.randomUUID();
      String email = name + "@example.org";
      http.post("/auth/register", registration(email, name, TestPlayer.PASSWORD)).keyed(key).send();
      HttpTestClient.Reply other =
          http.post("/auth/register", registration(email, name + "x", TestPlayer.PASSWORD))
              .keyed(key)
              .send();

      assertThat(other.status()).isEqualTo(422);
      assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void refusesATakenEmailInAnyCaseAndATakenNameInAnyCase() {
      TestPlayer taken = SERVER.newPlayer();
      HttpTestClient.Reply email =
          http.post(
                  "/auth/register",
                  registration(
                      taken.email().toUpperCase(java.util.Locale.ROOT),
                      fresh("x-"),
                      TestPlayer.PASSWORD))
              .keyed()
              .send();
      HttpTestClient.Reply name =
          http.post(
                  "/auth/register",
                  registration(
                      fresh("y") + "@example.org",
                      taken.username().toUpperCase(java.util.Locale.ROOT),
                      TestPlayer.PASSWORD))
              .keyed()
              .send();

      assertThat(email.code()).isEqualTo("EMAIL_TAKEN");
      assertThat(name.code()).isEqualTo("USERNAME_TAKEN");
      assertThat(email.status()).isEqualTo(409);
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
    void refusesWhatBreaksARuleAndNamesTheField(
        String email, String username, String password, String field) {
      HttpTestClient.Reply reply =
          http.post("/auth/register", registration(email, username, password)).keyed().send();

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
      assertThat(reply.details().propertyNames()).containsExactly(field);
    }

    @Test
    void needsAnIdempotencyKey() {
      HttpTestClient.Reply reply =
          http.post("/auth/register", registration("k@example.org", "keyless", "Correct-horse-7"))
              .send();

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
    }
  }

  @Nested
  class LogIn {

    @Test
    void answersTheSameForAWrongPasswordAndForNobody() {
      TestPlayer player = SERVER.newPlayer();
      HttpTestClient.Reply wrong = attempt(player.email(), "Wrong-horse-7");
      HttpTestClient.Reply nobody = attempt("nobody@example.org", "Wrong-horse-7");

      assertThat(wrong.status()).isEqualTo(401);
      assertThat(wrong.code()).isEqualTo("CREDENTIALS_REJECTED").isEqualTo(nobody.code());
      assertThat(wrong.json().path("detail")).isEqualTo(nobody.json().path("detail"));
    }

    @Test
    void finishesARegistrationThatACrashInterrupted() {
      // what a crash between the row and the event leaves: state REGISTERING and no event
      TestPlayer player = SERVER.newPlayer();
      org.springframework.jdbc.core.simple.JdbcClient database =
          org.springframework.jdbc.core.simple.JdbcClient.create(
              SERVER.bean(javax.sql.DataSource.class));
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
    void worksWithAnExpiredTokenInTheHeader() {
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
  class Tokens {

    private final TestPlayer player = SERVER.newPlayer();
    private final RSAKey ours =
        SERVER.bean(SigningKeys.class).all().getKeys().getFirst().toRSAKey();

    @Test
    void aTokenMadeByHandWithEverythingRightIsAccepted() throws JOSEException {
      assertThat(me(signed(ours, claims -> {}))).isEqualTo(200);
    }

    @Test
    void noneIsRefusedWithAChallenge() {
      HttpTestClient.Reply reply = http.get("/auth/me").send();
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
      assertThat(reply.header("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void anExpiredOneIsRefused() throws JOSEException {
      assertThat(
              me(
                  signed(
                      ours,
                      claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60))))))
          .isEqualTo(401);
    }

    @Test
    void oneWithoutAnEndIsRefused() throws JOSEException {
      assertThat(me(signed(ours, claims -> claims.expirationTime(null)))).isEqualTo(401);
    }

    @Test
    void oneForSomebodyElseIsRefused() throws JOSEException {
      assertThat(me(signed(ours, claims -> claims.audience("another")))).isEqualTo(401);
    }

    @Test
    void oneOfAnotherIssuerIsRefused() throws JOSEException {
      assertThat(me(signed(ours, claims -> claims.issuer("another")))).isEqualTo(401);
    }

    @Test
    void oneOfAPlayerThatDoesNotExistIsRefused() throws JOSEException {
      assertThat(me(signed(ours, claims -> claims.subject(UUID.randomUUID().toString()))))
          .isEqualTo(401);
      assertThat(me(signed(ours, claims -> claims.subject("root")))).isEqualTo(401);
    }

    @Test
    void oneSignedWithAnotherKeyUnderOurKeyIdIsRefused() throws JOSEException {
      RSAKey theirs = new RSAKeyGenerator(2048).keyID(ours.getKeyID()).generate();
      assertThat(me(signed(theirs, claims -> {}))).isEqualTo(401);
    }

    @Test
    void oneWithoutASignatureIsRefused() {
      assertThat(me(new PlainJWT(claims(changed -> {})).serialize())).isEqualTo(401);
      assertThat(me("nonsense")).isEqualTo(401);
    }

    @Test
    void rolesInATokenCountForNothing() throws JOSEException {
      String boastful = signed(ours, claims -> claims.claim("roles", java.util.List.of("admin")));
      assertThat(http.get("/admin/processors").token(boastful).send().status()).isEqualTo(403);
    }

    @Test
    void thePublicKeysAreThereAndOnlyThose() {
      HttpTestClient.Reply reply = http.get("//.well-known/jwks.json").send();
      assertThat(reply.json().path("keys").get(0).path("kid").asString())
          .isEqualTo(ours.getKeyID());
      assertThat(reply.json().path("keys").get(0).has("d")).isFalse();
    }

    private int me(String token) {
      return http.get("/auth/me").token(token).send().status();
    }

    private String signed(RSAKey key, Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
              claims(change));
      token.sign(new RSASSASigner(key));
      return token.serialize();
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
      JWTClaimsSet.Builder claims =
          new JWTClaimsSet.Builder()
              .subject(player.id())
              .issuer("playledger")
              .audience("playledger-api")
              .jwtID(UUID.randomUUID().toString())
              .issueTime(new Date())
              .expirationTime(Date.from(Instant.now().plusSeconds(60)));
      change.accept(claims);
      return claims.build();
    }
  }

  @Nested
  class Roles {

    @Test
    void anAdminGivesARoleThatCountsAtOnce() {
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
    void aPlayerGivesNone() {
      TestPlayer player = SERVER.newPlayer();
      HttpTestClient.Reply reply =
          http.post(
                  "/admin/players/" + player.id() + "/roles",
                  "{\"role\":\"admin\",\"reason\":\"please\"}")
              .as(player)
              .keyed()
              .send();

      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void nobodyIsGivenNone() {
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
  void aChangedPasswordIsTheOneThatCounts() {
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
