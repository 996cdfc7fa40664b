package io.playledger.web.http;

import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.web.filter.MailedLinkPages;
import io.playledger.web.openapi.DocsPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Security headers. */
class HeadersIT {

  private static final String OURS = "https://play.example.org";
  private static final ServerUnderTest SERVER = start();
  private static final HttpTestClient HTTP = SERVER.http();

  private static ServerUnderTest start() {
    return ServerUnderTest.startFresh(
        "--playledger.http.trusted-proxies=127.0.0.1", "--playledger.http.cors-origins=" + OURS);
  }

  @AfterAll
  static void end() {
    SERVER.close();
  }

  @Nested
  class OfTheApi {

    private static final List<String> ALL =
        List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Cache-Control",
            "Referrer-Policy",
            "Permissions-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy");

    private final HttpTestClient.Reply reply = HTTP.get("/assets").send();

    @Test
    void apiRepliesAllowNothingInABrowser() {
      assertThat(reply.header("Content-Security-Policy"))
          .contains(
              "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
      assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
      assertThat(reply.header("X-Frame-Options")).contains("DENY");
      assertThat(reply.header("Referrer-Policy")).contains("no-referrer");
      assertThat(reply.header("Cross-Origin-Opener-Policy")).contains("same-origin");
      assertThat(reply.header("Cross-Origin-Resource-Policy")).contains("same-origin");
      assertThat(reply.header("Cache-Control"))
          .hasValueSatisfying(caching -> assertThat(caching).contains("no-store"));
      assertThat(reply.header("Permissions-Policy"))
          .hasValueSatisfying(
              permissions -> assertThat(permissions).contains("camera=()", "geolocation=()"));
    }

    @Test
    void errorsCarryTheSecurityHeaders() {
      HttpTestClient.Reply refused = HTTP.get("/auth/me").token("forged").send();
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.header("X-Content-Type-Options")).contains("nosniff");
      assertThat(refused.header("Content-Security-Policy")).isPresent();
    }

    /** By the limit of bodies, by the list of origins, by Tomcat, by the page for errors. */
    @Test
    void repliesBeforeSpringSecurityCarryTheSecurityHeaders() throws IOException {
      List<HttpTestClient.Reply> early =
          List.of(
              HTTP.post("/auth/login", " ".repeat(300_000)).send(),
              HTTP.get("/assets").header("Origin", "https://evil.example").send(),
              HTTP.get("/assets").header("X-Long", "x".repeat(20_000)).send(),
              HTTP.get("//no-such-page").send());
      assertThat(early)
          .extracting(HttpTestClient.Reply::status)
          .containsExactly(413, 403, 400, 404);
      assertThat(early)
          .allSatisfy(
              refused ->
                  assertThat(ALL).allSatisfy(name -> assertThat(refused.header(name)).isPresent()));
      assertThat(
              RawRequest.send(
                  SERVER, "GET /api/v1/\u0001bad HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 400")
          .contains(ALL);
    }

    @Test
    void hstsIsSentToClientsThatUseTls() {
      assertThat(reply.header("Strict-Transport-Security")).isEmpty();
      assertThat(
              HTTP.get("/assets")
                  .header("X-Forwarded-For", "198.51.100.1")
                  .header("X-Forwarded-Proto", "https")
                  .send()
                  .header("Strict-Transport-Security"))
          .hasValueSatisfying(
              hsts -> assertThat(hsts).contains("max-age=31536000", "includeSubDomains"));
    }
  }

  @Nested
  class OfThePageToTryIt {

    private static final Pattern INLINE =
        Pattern.compile(
            "<script(?![^>]*\\bsrc=)|<style|\\son[a-z]+\\s*=|\\sstyle\\s*=|javascript:");

    private static final Pattern STYLE =
        Pattern.compile("createElement\\(\"style\",null,\"([^\"]+)\"");

    private final HttpTestClient.Reply page = HTTP.get("//swagger-ui/index.html").send();

    @Test
    void apiPageAllowsNothingInline() {
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("Content-Security-Policy"))
          .hasValueSatisfying(
              policy ->
                  assertThat(policy)
                      .contains("script-src 'self';", "style-src 'self' 'sha256-")
                      .doesNotContain("unsafe"));
    }

    @Test
    void apiPageSignsInByItsOwnScript() {
      assertThat(page.text())
          .containsSubsequence(
              "swagger-ui-bundle.js", "src=\"../docs-page.js\"", "swagger-initializer.js");
      HttpTestClient.Reply script = HTTP.get("//docs-page.js").send();
      assertThat(script.status()).isEqualTo(200);
      assertThat(script.header("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
      assertThat(script.text())
          .doesNotContain("innerHTML", "eval(", "document.write", "setAttribute", "localStorage");
    }

    /** The page puts a fresh one in its place. */
    @Test
    void exampleOfTheIdempotencyKeyIsKnownToTheScript() {
      JsonNode register =
          HTTP.get("//v3/api-docs")
              .send()
              .json()
              .path("paths")
              .path("/api/v1/auth/register")
              .path("post");
      JsonNode key = register.path("parameters").path(0);
      assertThat(key.path("name").asString()).isEqualTo("Idempotency-Key");
      assertThat(key.path("required").asBoolean()).isTrue();
      assertThat(key.path("example").asString()).isEqualTo(DocsPage.EXAMPLE_KEY);
      assertThat(HTTP.get("//docs-page.js").send().text()).contains(DocsPage.EXAMPLE_KEY);
    }

    @Test
    void apiPageHasNothingInline() {
      assertThat(page.text()).containsIgnoringCase("<script").doesNotContainPattern(INLINE);
    }

    /** A new Swagger UI may bring other styles. */
    @Test
    void stylesOfTheApiPageAreAllowedByThePolicy() throws NoSuchAlgorithmException {
      List<String> hashes = new ArrayList<>();
      for (String script :
          new String[] {"swagger-ui-bundle.js", "swagger-ui-standalone-preset.js"}) {
        Matcher style = STYLE.matcher(HTTP.get("//swagger-ui/" + script).send().text());
        while (style.find()) {
          byte[] hash =
              MessageDigest.getInstance("SHA-256")
                  .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
          hashes.add("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
      }
      assertThat(hashes).isNotEmpty();
      assertThat(page.header("Content-Security-Policy"))
          .hasValueSatisfying(policy -> assertThat(policy).contains(hashes));
    }
  }

  @Nested
  class OfThePagesOfMailedLinks {

    @Test
    void pagesOfMailedLinksRunTheirScriptAndNothingInline() {
      for (String path : MailedLinkPages.PATHS) {
        HttpTestClient.Reply page = HTTP.get("/" + path + "?token=plv_x").send();
        assertThat(page.status()).as(path).isEqualTo(200);
        assertThat(page.header("Content-Type"))
            .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.header("Content-Security-Policy"))
            .hasValueSatisfying(
                policy ->
                    assertThat(policy)
                        .contains("default-src 'none'; script-src 'self';")
                        .doesNotContain("unsafe"));
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(page.text())
            .contains("<script src=\"/mailed-link.js\"")
            .doesNotContain("plv_x")
            .doesNotContainPattern(OfThePageToTryIt.INLINE);
      }
      HttpTestClient.Reply script = HTTP.get("//mailed-link.js").send();
      assertThat(script.status()).isEqualTo(200);
      assertThat(script.text())
          .contains(MailedLinkPages.PATHS)
          .doesNotContain("innerHTML", "eval(");
    }
  }

  @Nested
  class ForPagesOfOtherSites {

    @Test
    void allowedOriginCanUseTheApi() {
      HttpTestClient.Reply preflight =
          HTTP.method("OPTIONS", "/wallet/transfers", null)
              .header("Origin", OURS)
              .header("Access-Control-Request-Method", "POST")
              .header("Access-Control-Request-Headers", "authorization,idempotency-key")
              .send();
      assertThat(preflight.status()).isEqualTo(200);
      assertThat(preflight.header("Access-Control-Allow-Origin")).contains(OURS);
      assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();

      HttpTestClient.Reply reply = HTTP.get("/assets").header("Origin", OURS).send();
      assertThat(reply.header("Access-Control-Allow-Origin")).contains(OURS);
      assertThat(reply.header("Access-Control-Expose-Headers"))
          .hasValueSatisfying(
              exposed -> assertThat(exposed).contains("Playledger-Position", "RateLimit"));
    }

    @Test
    void otherOriginIsRefused() {
      for (String origin : new String[] {"https://evil.example", "null", OURS + ".evil.example"}) {
        HttpTestClient.Reply reply = HTTP.get("/assets").header("Origin", origin).send();
        assertProblem(reply, 403, "ORIGIN_NOT_ALLOWED");
        assertThat(reply.header("Access-Control-Allow-Origin")).as(origin).isEmpty();
      }
    }
  }
}
