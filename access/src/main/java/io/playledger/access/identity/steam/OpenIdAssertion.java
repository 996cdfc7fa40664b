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
 * A positive assertion from the browser (OpenID Authentication 2.0, section 10.1). It is valid only
 * after the provider has confirmed it.
 *
 * @param fields fields of the protocol, with the prefix {@code openid.}
 */
record OpenIdAssertion(Map<String, String> fields) {

  static final String NAMESPACE = "http://specs.openid.net/auth/2.0";

  private static final String PREFIX = "openid.";

  /** Fields that must be signed; anybody can add others. */
  private static final List<String> SIGNED =
      List.of(
          "op_endpoint", "claimed_id", "identity", "return_to", "response_nonce", "assoc_handle");

  private static final Pattern NONCE =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)[!-~]{0,235}");
  private static final Duration NONCE_AGE_MAX = Duration.ofMinutes(5);
  private static final Duration NONCE_AHEAD_MAX = Duration.ofSeconds(30);

  /**
   * The assertion of a query.
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

  /** The value of a field, named without its prefix; an empty text if it is missing. */
  String field(String name) {
    return fields.getOrDefault(PREFIX + name, "");
  }

  /** Whether the person cancelled. */
  boolean isCancelled() {
    return field("mode").equals("cancel");
  }

  /**
   * Whether the assertion is recent and addressed to this server. This does not check its
   * signature.
   *
   * @param endpoint endpoint of the provider
   * @param returnTo the requested return address
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
