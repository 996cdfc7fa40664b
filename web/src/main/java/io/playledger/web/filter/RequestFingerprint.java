package io.playledger.web.filter;

import io.playledger.web.http.KeyedHash;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hashes method, path, query and body of a request. The body is hashed in canonical form (members
 * sorted, no white space), so the same content in another form is still a repeat.
 */
public final class RequestFingerprint {

  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /** Members that are stored as slow hashes only, or not at all. */
  private static final Set<String> SECRETS = Set.of("password");

  private final KeyedHash hash;

  public RequestFingerprint(KeyedHash hash) {
    this.hash = hash;
  }

  /** 32 bytes, keyed. */
  public byte[] of(HttpServletRequest request) {
    return of(request, Set.of());
  }

  /**
   * The same without the secrets in the body: with the hash and its key, an attacker could try a
   * million passwords in the time of one slow hash.
   */
  public byte[] withoutSecrets(HttpServletRequest request) {
    return of(request, SECRETS);
  }

  private byte[] of(HttpServletRequest request, Set<String> secrets) {
    BufferedRequest buffered = WebUtils.getNativeRequest(request, BufferedRequest.class);
    if (buffered == null) {
      throw new IllegalStateException("the body of the request was not kept");
    }
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    return hash.of(
        request.getMethod().getBytes(StandardCharsets.UTF_8),
        request.getRequestURI().getBytes(StandardCharsets.UTF_8),
        query.getBytes(StandardCharsets.UTF_8),
        canonical(buffered.body(), secrets));
  }

  /** The unchanged body if it is not JSON, which the controller rejects anyway. */
  private static byte[] canonical(byte[] body, Set<String> secrets) {
    if (body.length == 0) {
      return body;
    }
    try {
      Object read = CANONICAL.readValue(body, Object.class);
      if (read instanceof Map<?, ?> members) {
        members.keySet().removeAll(secrets);
      }
      return CANONICAL.writeValueAsBytes(read);
    } catch (JacksonException notJson) {
      return body;
    }
  }
}
