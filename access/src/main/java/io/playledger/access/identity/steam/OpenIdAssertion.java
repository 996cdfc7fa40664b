package io.playledger.access.identity.steam;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A positive assertion as the browser brings it (OpenID Authentication 2.0, section 10.1): what it
 * says counts only once the provider was asked whether it said so.
 *
 * @param fields those of the protocol, with the prefix {@code openid.}
 */
record OpenIdAssertion(Map<String, String> fields) {

  static final String NAMESPACE = "http://specs.openid.net/auth/2.0";

  private static final String PREFIX = "openid.";

  /** What must be signed of all that it is believed in; anybody may add to the rest. */
  private static final List<String> SIGNED =
      List.of(
          "op_endpoint", "claimed_id", "identity", "return_to", "response_nonce", "assoc_handle");

  private static final Pattern NONCE =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)[!-~]{0,235}");
  private static final Duration NONCE_AGE_MAX = Duration.ofMinutes(5);
  private static final Duration NONCE_AHEAD_MAX = Duration.ofSeconds(30);

  /**
   * What a query says of it.
   *
   * @param query each parameter once
   */
  static OpenIdAssertion of(Map<String, String> query) {
    Map<String, String> fields = new TreeMap<>();
    query.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            fields.put(name, value);
          }
        });
    return new OpenIdAssertion(fields);
  }

  /** A field without its prefix; empty text where it is missing. */
  String field(String name) {
    return fields.getOrDefault(PREFIX + name, "");
  }

  /** Whether the person turned back. */
  boolean isCancelled() {
    return field("mode").equals("cancel");
  }

  /**
   * Whether it is one for us, made just now; its signature is another matter.
   *
   * @param endpoint of the provider that was asked
   * @param returnTo what the provider was asked to come back to
   */
  boolean isFor(URI endpoint, URI returnTo, Instant now) {
    return field("ns").equals(NAMESPACE)
        && field("mode").equals("id_res")
        && field("op_endpoint").equals(endpoint.toString())
        && field("return_to").equals(returnTo.toString())
        && List.of(field("signed").split(",")).containsAll(SIGNED)
        && field("claimed_id").equals(field("identity"))
        && isFresh(field("response_nonce"), now);
  }

  private static boolean isFresh(String nonce, Instant now) {
    Matcher shape = NONCE.matcher(nonce);
    if (!shape.matches()) {
      return false;
    }
    try {
      Instant madeAt = Instant.parse(shape.group(1));
      return !madeAt.isBefore(now.minus(NONCE_AGE_MAX))
          && !madeAt.isAfter(now.plus(NONCE_AHEAD_MAX));
    } catch (DateTimeException noTime) {
      return false;
    }
  }
}
