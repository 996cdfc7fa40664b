package io.playledger.server.ledger;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.Bank;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every invalid transfer is a problem with the right code and status, and changes nothing. */
class BadTransferIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final Bank BANK = new Bank(SERVER);
  private static final TestPlayer PAYER = BANK.playerWith("USD", "10.00");
  private static final TestPlayer PAYEE = SERVER.newPlayer();
  private final HttpTestClient http = SERVER.http();
  private String before;

  @BeforeEach
  void look() {
    before = BANK.deeds(PAYER);
  }

  @AfterEach
  void nothingChanged() {
    assertThat(BANK.deeds(PAYER)).isEqualTo(before);
  }

  private static String body(String to, String asset, String amount) {
    return "{\"to\":\"%s\",\"asset\":\"%s\",\"amount\":%s}".formatted(to, asset, amount);
  }

  private HttpTestClient.Reply send(String body) {
    return http.post("/wallet/transfers", body).as(PAYER).keyed().send();
  }

  @ParameterizedTest
  @CsvSource({
    "USD,  -5.00,                       422, AMOUNT_NOT_POSITIVE",
    "USD,  0,                           422, AMOUNT_NOT_POSITIVE",
    "USD,  0.00,                        422, AMOUNT_NOT_POSITIVE",
    "USD,  -0,                          422, AMOUNT_NOT_POSITIVE",
    "USD,  0.001,                       422, AMOUNT_TOO_PRECISE",
    "GOLD, 0.5,                         422, AMOUNT_TOO_PRECISE",
    "USD,  92233720368547758.08,        422, AMOUNT_OUT_OF_RANGE",
    "USD,  9999999999999999999,         422, AMOUNT_OUT_OF_RANGE",
    "USD,  -92233720368547758.09,       422, AMOUNT_OUT_OF_RANGE",
    "USD,  10.01,                       422, INSUFFICIENT_FUNDS",
    "USD,  92233720368547758.07,        422, INSUFFICIENT_FUNDS",
    "GOLD, 1,                           422, INSUFFICIENT_FUNDS",
    "NOPE, 1,                           404, ASSET_NOT_FOUND",
    "usd,  1,                           404, ASSET_NOT_FOUND",
    "'',   1,                           404, ASSET_NOT_FOUND",
    "USD,  1e3,                         400, VALIDATION_FAILED",
    "USD,  '',                          400, VALIDATION_FAILED",
    "USD,  twelve,                      400, VALIDATION_FAILED",
    "USD,  ' 1',                        400, VALIDATION_FAILED",
    "USD,  '1,5',                       400, VALIDATION_FAILED",
    "USD,  +1,                          400, VALIDATION_FAILED",
    "USD,  .5,                          400, VALIDATION_FAILED",
    "USD,  NaN,                         400, VALIDATION_FAILED",
    "USD,  ١,                           400, VALIDATION_FAILED",
    "USD,  99999999999999999999999999,  400, VALIDATION_FAILED"
  })
  void anAmountOrAssetThatIsNone(String asset, String amount, int status, String code) {
    assertProblem(send(body(PAYEE.id(), asset, "\"" + amount + "\"")), status, code);
  }

  @Test
  void transferToAnUnknownPlayerIsRejected() {
    assertProblem(
        send(body(UUID.randomUUID().toString(), "USD", "\"1\"")), 404, "WALLET_NOT_FOUND");
    assertProblem(send(body(PAYER.id(), "USD", "\"1\"")), 422, "TRANSFER_TO_SELF");
    assertInvalid(send(body("me", "USD", "\"1\"")), "to");
    assertInvalid(send(body("system:mint", "USD", "\"1\"")), "to");
  }

  @Test
  void transferWithTooManyLegsOrNoneIsRejected() {
    String leg = body(PAYEE.id(), "USD", "\"0.01\"");
    assertProblem(send(legs(leg, 101)), 422, "TRANSFER_LEGS_OUT_OF_RANGE");
    assertProblem(send("{\"legs\":[]}"), 422, "TRANSFER_LEGS_OUT_OF_RANGE");
    assertInvalid(send("{\"legs\":[null]}"), "legs[0]");
    assertInvalid(send("{\"legs\":[{}]}"), "legs[0].amount", "legs[0].asset", "legs[0].to");
    assertInvalid(
        send("{\"legs\":[" + leg + "],\"to\":\"" + PAYEE.id() + "\"}"), "oneLegOrManyLegs");
    assertInvalid(send("{}"), "oneLegOrManyLegs");
  }

  private static String legs(String leg, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> leg)
        .collect(Collectors.joining(",", "{\"legs\":[", "]}"));
  }

  @Test
  void malformedTransferIsRejected() {
    assertProblem(send("{\"to\":\"" + PAYEE.id() + "\","), 400, "MALFORMED_BODY");
    assertInvalid(send("[1,2,3]"), "body");
    assertInvalid(send(""), "body");
    assertInvalid(send("null"), "body");
    assertInvalid(send(body(PAYEE.id(), "USD", "12.5")), "amount");
    assertInvalid(send(body(PAYEE.id(), "USD", "12")), "amount");
    assertInvalid(send(with("\"memo\":\"a\\ud800b\"")), "memo");
    assertProblem(send(with("\"memo\":\"" + "x".repeat(400_000) + "\"")), 413, "BODY_TOO_LARGE");
    assertProblem(
        http.post("/wallet/transfers", with("\"memo\":\"x\""))
            .as(PAYER)
            .keyed()
            .header("Content-Type", "text/plain")
            .send(),
        415,
        "MEDIA_TYPE_NOT_SUPPORTED");
  }

  private static String with(String member) {
    return "{\"to\":\"%s\",\"asset\":\"USD\",\"amount\":\"1\",%s}".formatted(PAYEE.id(), member);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no.token.at-all",
        "HEADER.eyJzdWIiOiJhIiwiZXhwIjo5OTk5OTk5OTk5fQ.SIGNATURE",
        "HEADER.eyJzdWIiOiJhIiwiZXhwIjoxMDAwMDAwMDAwfQ.SIGNATURE",
        "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.CLAIMS.",
        "HEADER.CLAIMS."
      })
  void forgedOrExpiredTokenIsRefused(String token) {
    String[] parts = PAYER.token().split("\\.");
    String forged =
        token
            .replace("HEADER", parts[0])
            .replace("CLAIMS", parts[1])
            .replace("SIGNATURE", parts[2]);
    assertProblem(
        http.post("/wallet/transfers", body(PAYEE.id(), "USD", "\"1\""))
            .token(forged)
            .keyed()
            .send(),
        401,
        "UNAUTHENTICATED");
  }

  @Test
  void tokenThatClaimsAnotherPlayerIsRefused() {
    String[] parts = PAYER.token().split("\\.");
    String claims =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace(PAYER.id(), SERVER.admin().id());
    String forged =
        parts[0]
            + "."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
            + "."
            + parts[2];
    assertProblem(
        http.post("/wallet/transfers", body(PAYEE.id(), "USD", "\"1\""))
            .token(forged)
            .keyed()
            .send(),
        401,
        "UNAUTHENTICATED");
  }
}
