package io.playledger.access.identity.steam;

import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the configured provider whether it issued an assertion, whatever provider the assertion
 * names.
 */
final class DirectVerification {

  private static final Logger LOG = LoggerFactory.getLogger(DirectVerification.class);
  private static final int ANSWER_BYTES_MAX = 16_384;
  private static final int RETRY_AFTER_SECONDS = 10;

  private final SteamSettings settings;
  private final HttpClient http;

  DirectVerification(SteamSettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(settings.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Whether the provider issued it. Throws UNAVAILABLE if the provider does not answer. */
  boolean confirms(OpenIdAssertion assertion) {
    Map<String, String> fields = new TreeMap<>(assertion.fields());
    fields.put("openid.mode", "check_authentication");
    HttpRequest request =
        HttpRequest.newBuilder(settings.endpoint())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
            .build();
    CompletableFuture<HttpResponse<String>> asked =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), ANSWER_BYTES_MAX));
    try {
      // the request's own timeout covers only the head of the reply
      HttpResponse<String> answer = asked.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() != 200) {
        throw new IOException("status " + answer.statusCode());
      }
      List<String> lines = answer.body().lines().toList();
      return lines.contains("ns:" + OpenIdAssertion.NAMESPACE) && lines.contains("is_valid:true");
    } catch (IOException | ExecutionException | TimeoutException e) {
      asked.cancel(true);
      LOG.warn("Steam does not answer: {}", e.toString());
      throw unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  /** Encodes for the body of a form, or for a query. */
  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static ApiProblem unavailable() {
    return ApiProblem.retry(
        TransportCode.UNAVAILABLE,
        "The other site does not answer; try again later.",
        RETRY_AFTER_SECONDS);
  }
}
