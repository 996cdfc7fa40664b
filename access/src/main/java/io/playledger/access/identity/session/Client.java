package io.playledger.access.identity.session;

import io.playledger.web.authority.RequestOrigin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The device of a sign-in.
 *
 * @param device the name that its owner gave it, otherwise its user agent; at most 120 characters
 * @param userAgent the user agent, cut to 120 characters; empty if there is none
 * @param address must not be logged
 * @param origin origin of the request, with a keyed hash of the address
 */
public record Client(String device, String userAgent, String address, RequestOrigin origin) {

  private static final int DEVICE_CHARS_MAX = 120;
  private static final String UNKNOWN = "unknown device";

  /** The device of this request; the name is optional. */
  public static Client of(HttpServletRequest request, Optional<String> name) {
    String userAgent = printable(request.getHeader("User-Agent"));
    String device = name.map(Client::printable).filter(given -> !given.isBlank()).orElse(userAgent);
    return new Client(
        device.isBlank() ? UNKNOWN : device,
        userAgent,
        request.getRemoteAddr(),
        (RequestOrigin) request.getAttribute(RequestOrigin.ATTRIBUTE));
  }

  /** The address and user agent that a retry must share. */
  String fingerprint() {
    return origin.addressHash() + "/" + userAgent;
  }

  private static String printable(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String plain = text.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "").strip();
    return plain.substring(0, Math.min(plain.length(), DEVICE_CHARS_MAX));
  }

  /** Does not contain the address. */
  @Override
  public String toString() {
    return "Client[" + device + "]";
  }
}
