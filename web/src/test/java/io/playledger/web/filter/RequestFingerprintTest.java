package io.playledger.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.web.http.KeyedHash;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class RequestFingerprintTest {

  private static final String ANN =
      "{\"email\":\"ann@example.org\",\"username\":\"ann\",\"password\":\"%s\"}";

  private final RequestFingerprint fingerprint =
      new RequestFingerprint(new KeyedHash(new SecretKeySpec(new byte[32], "Generic")));

  private static BufferedRequest register(String body) {
    return request("POST", "/api/v1/auth/register", null, body);
  }

  private static BufferedRequest request(String sent, String path, String query, String body) {
    HttpServletRequest request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                RequestFingerprintTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getMethod" -> sent;
                      case "getRequestURI" -> path;
                      case "getQueryString" -> query;
                      default -> null;
                    });
    return new BufferedRequest(request, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void fingerprintDependsOnMethodPathAndQuery() {
    String confirm = "/api/v1/trades/1/confirm";
    assertThat(
            Stream.of(
                    request("POST", confirm, null, ""),
                    request("POST", confirm, "dryRun=false", ""),
                    request("POST", "/api/v1/trades/2/confirm", null, ""),
                    request("DELETE", confirm, null, ""),
                    request("POST", confirm, null, "{}"))
                .map(fingerprint::of)
                .map(HexFormat.of()::formatHex))
        .doesNotHaveDuplicates();
    assertThat(fingerprint.withoutSecrets(request("POST", confirm, null, "")))
        .isNotEqualTo(
            fingerprint.withoutSecrets(request("POST", "/api/v1/trades/2/confirm", null, "")));
  }

  /** Else passwords could be guessed against a fast hash. */
  @Test
  void fingerprintLeavesThePasswordOut() {
    assertThat(fingerprint.withoutSecrets(register(ANN.formatted("Correct-horse-7"))))
        .isEqualTo(fingerprint.withoutSecrets(register(ANN.formatted("Another-horse-8"))))
        .isNotEqualTo(
            fingerprint.withoutSecrets(
                register(ANN.formatted("Correct-horse-7").replace("ann", "ben"))));
  }

  @Test
  void fingerprintDoesNotDependOnTheFormOfTheBody() {
    assertThat(fingerprint.of(register("{\"a\":1,\"b\":[2]}")))
        .isEqualTo(fingerprint.of(register(" { \"b\" : [2], \"a\":1 }")))
        .isNotEqualTo(fingerprint.of(register("{\"a\":1,\"b\":[3]}")));
  }

  @Test
  void bodyThatIsNoJsonObjectIsHashedAsItIs() {
    assertThat(fingerprint.withoutSecrets(register("[1]")))
        .isNotEqualTo(fingerprint.withoutSecrets(register("[2]")))
        .isNotEqualTo(fingerprint.withoutSecrets(register("no JSON")));
  }
}
