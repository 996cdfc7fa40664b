package io.playledger.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hashes what a client asked: method, path, query and body. The body counts in canonical form
 * (members sorted, no white space), so a client that writes the same thing differently still
 * repeats itself.
 */
public final class RequestFingerprint {

  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /** Members that are kept as slow hashes, or not at all. */
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
   * The same over all but the secrets in the body: whoever has the hash and its key could try a
   * million passwords in the time that one takes against what passwords are kept as.
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

  /** The body as it is where it is no JSON: the controller refuses it anyway. */
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
