package io.playledger.server.ledger;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.Bank;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two-phase payments over HTTP. */
class HoldIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final Bank BANK = new Bank(SERVER);
  private final HttpTestClient http = SERVER.http();
  private final TestPlayer owner = BANK.playerWith("USD", "10.00");
  private final TestPlayer payee = SERVER.newPlayer();

  private HttpTestClient.Reply place(String payeeId, String amount, Duration time) {
    return http.post(
            "/wallet/holds",
            """
            {"payee":"%s","asset":"USD","amount":"%s","purpose":"a room","expiresAt":"%s"}
            """
                .formatted(payeeId, amount, SERVER.now().plus(time)))
        .as(owner)
        .keyed()
        .send();
  }

  private String placed(String amount) {
    HttpTestClient.Reply reply = place(payee.id(), amount, Duration.ofDays(1));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    return reply.data().path("hold").asString();
  }

  private HttpTestClient.Reply end(String hold, String verb, TestPlayer who, String body) {
    return http.post("/wallet/holds/" + hold + "/" + verb, body).as(who).keyed().send();
  }

  @Test
  void payeeCapturesAPartOfAHold() {
    HttpTestClient.Reply reply = place(payee.id(), "4.00", Duration.ofDays(1));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    assertThat(reply.data().path("asset").asString()).isEqualTo("USD");
    assertThat(reply.data().path("held").asString()).isEqualTo("4.00");
    assertThat(reply.data().path("available").asString()).isEqualTo("6.00");
    String hold = reply.data().path("hold").asString();

    JsonNode shown = http.get("/wallet/holds").as(owner).after(reply).send().data();
    assertThat(shown.size()).isEqualTo(1);
    assertThat(shown.path(0).path("id").asString()).isEqualTo(hold);
    assertThat(shown.path(0).path("state").asString()).isEqualTo("PENDING");
    assertThat(shown.path(0).path("purpose").asString()).isEqualTo("a room");
    assertThat(BANK.balances(owner, "USD")).isEqualTo("10.00/6.00");

    assertProblem(
        end(hold, "capture", payee, "{\"amount\":\"4.01\"}"), 422, "CAPTURE_EXCEEDS_HOLD");
    assertProblem(end(hold, "capture", payee, "{\"amount\":\"0\"}"), 422, "AMOUNT_NOT_POSITIVE");
    assertProblem(end(hold, "capture", payee, "{\"amount\":\"0.001\"}"), 422, "AMOUNT_TOO_PRECISE");
    assertInvalid(end(hold, "capture", payee, "{\"amount\":\"all\"}"), "amount");
    HttpTestClient.Reply captured = end(hold, "capture", payee, "{\"amount\":\"3.00\"}");
    assertThat(captured.status()).as(captured.toString()).isEqualTo(200);
    assertThat(captured.data().path("changes").size()).isEqualTo(1);
    assertThat(captured.data().path("changes").path(0).path("account").asString())
        .isEqualTo("wallet:" + payee.id());
    assertThat(BANK.balances(owner, "USD")).isEqualTo("7.00/7.00");
    assertThat(BANK.balances(payee, "USD")).isEqualTo("3.00/3.00");
    assertProblem(end(hold, "capture", payee, "{}"), 409, "HOLD_ENDED");
    assertProblem(end(hold, "release", payee, "{}"), 409, "HOLD_ENDED");
  }

  @Test
  void payeeReleasesAHold() {
    String hold = placed("4.00");
    HttpTestClient.Reply reply = end(hold, "release", payee, "{}");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.data().path("hold").asString()).isEqualTo(hold);
    assertThat(BANK.balances(owner, "USD")).isEqualTo("10.00/10.00");
  }

  @Test
  void ownerAndStrangersCannotEndAHold() {
    String hold = placed("4.00");
    TestPlayer stranger = SERVER.newPlayer();
    for (String verb : new String[] {"capture", "release"}) {
      assertProblem(end(hold, verb, owner, "{}"), 403, "HOLD_NOT_YOURS");
      assertProblem(end(hold, verb, stranger, "{}"), 404, "HOLD_NOT_FOUND");
      assertProblem(end(UUID.randomUUID().toString(), verb, payee, "{}"), 404, "HOLD_NOT_FOUND");
    }
    assertThat(BANK.balances(owner, "USD")).isEqualTo("10.00/6.00");
    assertThat(end(hold, "release", SERVER.admin(), "").status()).isEqualTo(200);
    assertThat(BANK.balances(owner, "USD")).isEqualTo("10.00/10.00");
  }

  @Test
  void adminCapturesAHoldForThePlatform() {
    String hold = placed("4.00");
    HttpTestClient.Reply reply = end(hold, "capture", SERVER.admin(), "{}");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.data().path("changes").size()).isEqualTo(2);
    assertThat(BANK.balances(payee, "USD")).isEqualTo("4.00/4.00");
  }

  @Test
  void invalidHoldsAreRejected() {
    String before = BANK.deeds(owner);
    assertProblem(place(owner.id(), "1", Duration.ofDays(1)), 422, "HOLD_FOR_ONESELF");
    assertProblem(
        place(UUID.randomUUID().toString(), "1", Duration.ofDays(1)), 404, "WALLET_NOT_FOUND");
    assertProblem(place(payee.id(), "10.01", Duration.ofDays(1)), 422, "INSUFFICIENT_FUNDS");
    assertProblem(place(payee.id(), "-1", Duration.ofDays(1)), 422, "AMOUNT_NOT_POSITIVE");
    assertProblem(place(payee.id(), "1", Duration.ofDays(31)), 422, "HOLD_EXPIRY_OUT_OF_RANGE");
    assertProblem(place(payee.id(), "1", Duration.ofDays(-1)), 422, "HOLD_EXPIRY_OUT_OF_RANGE");
    assertInvalid(place("me", "1", Duration.ofDays(1)), "payee");
    assertThat(BANK.deeds(owner)).isEqualTo(before);
  }
}
