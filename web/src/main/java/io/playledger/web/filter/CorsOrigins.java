package io.playledger.web.filter;

import io.playledger.web.http.Headers;
import io.playledger.web.problem.Problem;
import io.playledger.web.problem.TransportCode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The origins whose pages can read replies in a browser, with tokens and keys that they send
 * themselves. Cookies are never included.
 */
final class CorsOrigins {

  private static final Duration PREFLIGHT_AGE = Duration.ofHours(1);

  private CorsOrigins() {}

  static CorsFilter filter(List<String> origins, JsonMapper json) {
    CorsConfiguration allowed = new CorsConfiguration();
    allowed.setAllowedOrigins(origins.stream().map(CorsOrigins::origin).toList());
    allowed.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
    allowed.setAllowedHeaders(
        List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            Headers.API_KEY,
            Headers.IDEMPOTENCY_KEY,
            Headers.MIN_POSITION,
            Headers.REQUEST_ID,
            Headers.CORRELATION_ID));
    allowed.setExposedHeaders(
        List.of(
            HttpHeaders.ETAG,
            HttpHeaders.RETRY_AFTER,
            Headers.POSITION,
            Headers.IDEMPOTENCY_REPLAYED,
            Headers.RATE_LIMIT,
            Headers.RATE_LIMIT_POLICY,
            Headers.REQUEST_ID,
            Headers.CORRELATION_ID));
    allowed.setAllowCredentials(false);
    allowed.setMaxAge(PREFLIGHT_AGE);
    CorsConfigurationSource source = request -> allowed;
    CorsFilter filter = new CorsFilter(source);
    filter.setCorsProcessor(new Refusing(json));
    return filter;
  }

  /** An origin is scheme, host and port; {@code *} is not allowed. */
  private static String origin(String text) {
    URI uri = URI.create(text.strip());
    boolean bare =
        uri.getHost() != null
            && uri.getUserInfo() == null
            && uri.getRawPath().isEmpty()
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null;
    if (!bare || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
      throw new IllegalArgumentException(
          "playledger.http.cors-origins takes origins such as https://play.example.org, not "
              + text);
    }
    return uri.toString();
  }

  /** Refuses with a problem, as all other errors. */
  private static final class Refusing extends DefaultCorsProcessor {

    private final JsonMapper json;

    Refusing(JsonMapper json) {
      this.json = json;
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
      Problem problem =
          Problem.of(
              TransportCode.ORIGIN_NOT_ALLOWED,
              TransportCode.ORIGIN_NOT_ALLOWED.message(),
              Map.of(),
              "");
      response.setStatusCode(HttpStatus.FORBIDDEN);
      response.getHeaders().setContentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
      response.getBody().write(json.writeValueAsBytes(problem));
      response.flush();
    }
  }
}
