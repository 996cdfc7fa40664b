package io.playledger.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of invalid input is a problem with the right status and form. */
class ProblemsIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final TestPlayer ADMIN = SERVER.admin();
  private final HttpTestClient http = SERVER.http();

  private static void assertProblem(HttpTestClient.Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.header("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(reply.json().path("status").asInt()).isEqualTo(status);
    assertThat(reply.json().path("success").asBoolean(true)).isFalse();
    assertThat(reply.json().path("type").asString()).startsWith("urn:playledger:problem:");
    assertThat(reply.json().path("title").asString()).isNotEmpty();
    assertThat(reply.json().path("detail").asString()).isNotEmpty();
    assertThat(reply.json().path("instance").asString()).startsWith("/");
    assertThat(reply.json().path("error").path("message").asString()).isNotEmpty();
    assertThat(reply.json().path("timestamp").asString()).endsWith("Z");
    assertThat(reply.text()).doesNotContain("Exception", "at io.playledger", "org.springframework");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"role\":\"auditor\",            | MALFORMED_BODY    | ",
        "nonsense                          | MALFORMED_BODY    | ",
        "[1,2,3]                           | VALIDATION_FAILED | body",
        "\"text\"                          | VALIDATION_FAILED | body",
        "null                              | VALIDATION_FAILED | body",
        "{}                                | VALIDATION_FAILED | reason",
        "{\"role\":\"king\",\"reason\":\"x\"}      | VALIDATION_FAILED | role",
        "{\"role\":3,\"reason\":\"x\"}             | VALIDATION_FAILED | role",
        "{\"role\":\"auditor\",\"reason\":12.5}    | VALIDATION_FAILED | reason",
        "{\"role\":\"auditor\",\"reason\":true}    | VALIDATION_FAILED | reason",
        "{\"role\":\"auditor\",\"reason\":{}}      | VALIDATION_FAILED | reason",
        "{\"role\":\"auditor\",\"reason\":[\"a\"]} | VALIDATION_FAILED | reason",
        "{\"role\":\"auditor\",\"reason\":\"  \"}  | VALIDATION_FAILED | reason",
        "{\"role\":\"auditor\",\"reason\":\"x\",\"tip\":1} | VALIDATION_FAILED | tip",
        "{\"role\":\"auditor\",\"role\":\"admin\",\"reason\":\"x\"} | VALIDATION_FAILED | body",
        "{\"role\":\"auditor\",\"reason\":\"x\"} {} | VALIDATION_FAILED | body"
      })
  void aBodyThatIsNotAsAskedFor(String body, String code, String field) {
    HttpTestClient.Reply reply =
        http.post("/admin/players/" + ADMIN.id() + "/roles", body).as(ADMIN).keyed().send();

    assertProblem(reply, 400, code);
    if (field != null) {
      assertThat(reply.details().propertyNames()).contains(field);
    }
  }

  @Test
  void missingBodyIsAProblem() {
    assertProblem(
        http.post("/admin/players/" + ADMIN.id() + "/roles", "").as(ADMIN).keyed().send(),
        400,
        "VALIDATION_FAILED");
  }

  @Test
  void bodyAboveTheLimitIsAProblem() throws IOException {
    String large = "{\"reason\":\"" + "x".repeat(300_000) + "\"}";
    assertProblem(
        http.post("/admin/players/" + ADMIN.id() + "/roles", large).as(ADMIN).keyed().send(),
        413,
        "BODY_TOO_LARGE");
    assertThat(
            RawRequest.send(
                SERVER,
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "60000\r\n"
                    + "x".repeat(0x60000)
                    + "\r\n0\r\n\r\n"))
        .startsWith("HTTP/1.1 413")
        .contains("BODY_TOO_LARGE");
  }

  @Test
  void bodyOfExactlyTheLimitIsRead() {
    String body = "{}" + " ".repeat(262_144 - 2);

    assertProblem(http.post("/auth/login", body).send(), 400, "VALIDATION_FAILED");
    assertProblem(http.post("/auth/login", body + " ").send(), 413, "BODY_TOO_LARGE");
  }

  @Test
  void otherMediaTypeIsAProblem() {
    assertProblem(
        http.post("/auth/login", "a=b")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .send(),
        415,
        "MEDIA_TYPE_NOT_SUPPORTED");
  }

  @Test
  void unsupportedAcceptTypeIsAProblem() {
    assertProblem(
        http.get("/admin/processors").as(ADMIN).header("Accept", "text/csv").send(),
        406,
        "NOT_ACCEPTABLE");
  }

  @Test
  void unsupportedMethodIsAProblem() {
    HttpTestClient.Reply reply = http.method("PUT", "/auth/login", "{}").send();
    assertProblem(reply, 405, "METHOD_NOT_ALLOWED");
    assertThat(reply.header("Allow")).contains("POST");
  }

  @Test
  void unknownPathIsAProblem() {
    assertProblem(http.get("/nothing-here").send(), 404, "NOT_FOUND");
    assertProblem(http.get("//nothing-here").as(ADMIN).send(), 404, "NOT_FOUND");
  }

  @Test
  void invalidPathVariablesAndParametersAreProblems() {
    assertProblem(http.get("/admin/events?limit=ten").as(ADMIN).send(), 400, "VALIDATION_FAILED");
    assertProblem(
        http.get("/admin/events?from=yesterday").as(ADMIN).send(), 400, "VALIDATION_FAILED");
    assertProblem(http.get("/admin/events?order=up").as(ADMIN).send(), 400, "VALIDATION_FAILED");
    assertProblem(http.get("/admin/events?cursor=made-up").as(ADMIN).send(), 400, "INVALID_CURSOR");
    assertProblem(
        http.get("/admin/events/99999999999999999999").as(ADMIN).send(), 400, "VALIDATION_FAILED");
    assertProblem(
        http.get("/admin/audit/trial-balance?asOf=soon").as(ADMIN).send(),
        400,
        "VALIDATION_FAILED");
  }

  @Test
  void missingTokenAndMissingRoleAreProblems() {
    assertProblem(http.get("/admin/processors").send(), 401, "UNAUTHENTICATED");
    assertProblem(http.get("/admin/processors").token("forged").send(), 401, "UNAUTHENTICATED");
    assertProblem(http.get("/admin/processors").as(SERVER.newPlayer()).send(), 403, "FORBIDDEN");
  }

  @Test
  void requestRefusedByTomcatIsAProblem() throws IOException {
    String reply =
        RawRequest.send(
            SERVER, "GET /api/v1/\u0001bad HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(reply).startsWith("HTTP/1.1 400").contains("application/problem+json");
    assertThat(
            JsonMapper.builder()
                .build()
                .readTree(reply.substring(reply.indexOf('{'), reply.lastIndexOf('}') + 1))
                .path("error")
                .path("code")
                .asString())
        .isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void pathRefusedByTheFirewallIsAProblem() throws IOException {
    assertThat(
            RawRequest.send(
                SERVER, "GET /api/v1/a;b//c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json");
  }

  @Test
  void validRequestIdOfTheClientIsKept() {
    assertThat(
            http.get("/nothing")
                .header("X-Request-Id", "client-chose-1")
                .send()
                .header("X-Request-Id"))
        .contains("client-chose-1");
    assertThat(http.get("/nothing").header("X-Request-Id", "no!good").send().header("X-Request-Id"))
        .hasValueSatisfying(id -> assertThat(UUID.fromString(id).version()).isEqualTo(7));
  }

  @Test
  void repliesCarryTheSecurityHeaders() {
    HttpTestClient.Reply reply = http.get("/auth/me").as(ADMIN).send();
    assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(reply.header("X-Frame-Options")).contains("DENY");
    assertThat(reply.header("Content-Security-Policy")).isPresent();
    assertThat(reply.header("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    assertThat(reply.header("Server")).isEmpty();
  }
}
