package io.playledger.access.secret;

import static io.playledger.server.TestMarket.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.playledger.access.identity.external.ExternalIdentities;
import io.playledger.access.identity.external.ExternalPerson;
import io.playledger.access.identity.external.SignInSteps;
import io.playledger.access.identity.session.SecretToken;
import io.playledger.api.PersonalText;
import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.PlayerId;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * People with every kind of encrypted or keyed-hash data, which are checked again after the server
 * has started with other master keys.
 */
final class KeptPeople {

  private static final String TEXT = "words that a person wrote";

  private final TestPlayer plain;
  private final TestPlayer careful;
  private final TestPlayer elsewhere;
  private final String transfer;
  private final UUID transferKey = UUID.randomUUID();
  private final PersonalText text;
  private final byte[] secret;
  private final Deque<String> backupCodes = new ArrayDeque<>();
  private final ExternalPerson external;
  private final Deque<SecretToken> steps = new ArrayDeque<>();
  private String refreshToken;

  /** Registers them. */
  KeptPeople(ServerUnderTest server) {
    HttpTestClient http = server.http();
    plain = new TestMarket(server).funded("USD", "50.00");
    careful = server.newPlayer();
    elsewhere = server.newPlayer();
    transfer = json("to", careful.id(), "asset", "USD", "amount", "5.00");
    assertThat(transfer(server).status()).isEqualTo(201);
    text = server.bean(PersonalTexts.class).protect(UUID.fromString(plain.id()), TEXT);
    refreshToken = logIn(server, plain).data().path("refreshToken").asString();
    JsonNode enrolment =
        http.post("/auth/mfa/enrol", json("password", TestPlayer.PASSWORD))
            .as(careful)
            .send()
            .data();
    assertThat(http.post("/auth/email", json("email", wanted(careful))).as(careful).send().status())
        .isEqualTo(202);
    secret = new Base32().decode(enrolment.path("secret").asString());
    http.post("/auth/mfa/confirm", json("code", code()))
        .as(careful)
        .send()
        .data()
        .path("backupCodes")
        .forEach(code -> backupCodes.add(code.asString()));
    external =
        ExternalPerson.withoutEmail("google", UUID.randomUUID().toString(), Optional.of("Ann"));
    assertThat(
            server
                .bean(ExternalIdentities.class)
                .insert(new PlayerId(UUID.fromString(elsewhere.id())), external, Instant.now()))
        .isTrue();
    for (int i = 0; i < 4; i++) {
      SecretToken step = SignInSteps.Kind.JOURNEY.newToken();
      server.bean(SignInSteps.class).keep(SignInSteps.Kind.JOURNEY, step, TEXT);
      steps.add(step);
    }
    await()
        .atMost(TestMarket.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(mails(server))
                    .contains(plain.email(), careful.email(), elsewhere.email()));
  }

  /** Asserts that all their data still works. */
  void assertNothingIsLost(ServerUnderTest server) {
    HttpTestClient http = server.http();
    assertThat(http.get("/auth/me").as(plain).send().status()).as("signing key").isEqualTo(200);
    assertThat(server.logIn(plain.email(), TestPlayer.PASSWORD).id()).isEqualTo(plain.id());
    assertThat(export(server, plain).path("account").path("email").asString())
        .isEqualTo(plain.email());
    assertThat(export(server, careful).path("emailChange").path("email").asString())
        .isEqualTo(wanted(careful));
    assertThat(export(server, plain).path("sessions").valueStream())
        .isNotEmpty()
        .allMatch(session -> session.path("address").asString().equals("127.0.0.1"));
    assertThat(server.bean(PersonalTexts.class).reveal(text)).hasValue(TEXT);
    assertThat(mails(server)).contains(plain.email(), careful.email());
    assertThat(transfer(server).replayed()).as("hash of the request").isTrue();
    refresh(server);
    signInWithSecondFactors(server);
    assertThat(server.bean(ExternalIdentities.class).find(external))
        .hasValue(new PlayerId(UUID.fromString(elsewhere.id())));
    assertThat(export(server, elsewhere).path("externalIdentities").toString())
        .contains(external.subject(), "Ann");
    assertThat(
            server
                .bean(SignInSteps.class)
                .take(SignInSteps.Kind.JOURNEY, steps.remove().text(), String.class))
        .hasValue(TEXT);
  }

  private void refresh(ServerUnderTest server) {
    String body = json("refreshToken", refreshToken);
    String successor = refreshed(server, body);
    assertThat(refreshed(server, body)).as("keys of successor and bearer").isEqualTo(successor);
    refreshToken = successor;
  }

  private static String refreshed(ServerUnderTest server, String body) {
    HttpTestClient.Reply reply = server.http().post("/auth/refresh", body).send();
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.data().path("refreshToken").asString();
  }

  private void signInWithSecondFactors(ServerUnderTest server) {
    // the test does not wait for the next half minute
    JdbcClient.create(server.bean(DataSource.class))
        .sql("UPDATE auth.second_factor SET last_step = 0")
        .update();
    for (String code : new String[] {code(), backupCodes.remove()}) {
      String challenge = logIn(server, careful).details().path("challenge").asString();
      HttpTestClient.Reply reply =
          server
              .http()
              .post("/auth/login/second-factor", json("challenge", challenge, "code", code))
              .send();
      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }
  }

  private HttpTestClient.Reply transfer(ServerUnderTest server) {
    return server.http().post("/wallet/transfers", transfer).as(plain).keyed(transferKey).send();
  }

  private static HttpTestClient.Reply logIn(ServerUnderTest server, TestPlayer who) {
    return server
        .http()
        .post("/auth/login", json("email", who.email(), "password", TestPlayer.PASSWORD))
        .send();
  }

  private static String wanted(TestPlayer who) {
    return "new-" + who.email();
  }

  private static JsonNode export(ServerUnderTest server, TestPlayer who) {
    return server
        .http()
        .get("/admin/players/" + who.id() + "/export")
        .as(server.admin())
        .send()
        .data();
  }

  private static String mails(ServerUnderTest server) {
    return server.http().get("/admin/mail-outbox?limit=200").as(server.admin()).send().text();
  }

  private String code() {
    TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    try {
      return codes.generateOneTimePasswordString(
          new SecretKeySpec(secret, codes.getAlgorithm()), Instant.now(), Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
