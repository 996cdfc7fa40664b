package io.playledger.access.identity.session;

import io.playledger.web.http.RequestOrigin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The device that somebody signs in with.
 *
 * @param device the name its owner gave it, else what it says of itself; at most 120 characters
 * @param userAgent what it says of itself, cut to 120 characters; empty where it says nothing
 * @param address never to be logged
 * @param origin of the request, with a keyed hash of the address
 */
public record Client(String device, String userAgent, String address, RequestOrigin origin) {

  private static final int DEVICE_CHARS_MAX = 120;
  private static final String UNKNOWN = "unknown device";

  /** Of this request; the name may be missing. */
  public static Client of(HttpServletRequest request, Optional<String> name) {
    String userAgent = printable(request.getHeader("User-Agent"));
    String device = name.map(Client::printable).filter(given -> !given.isBlank()).orElse(userAgent);
    return new Client(
        device.isBlank() ? UNKNOWN : device,
        userAgent,
        request.getRemoteAddr(),
        (RequestOrigin) request.getAttribute(RequestOrigin.ATTRIBUTE));
  }

  /** Where a retry must come from to be taken for one. */
  String fingerprint() {
    return origin.addressHash() + "/" + userAgent;
  }

  private static String printable(String text) {
    if (text == null) {
      return "";
    }
    String plain = text.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "").strip();
    return plain.substring(0, Math.min(plain.length(), DEVICE_CHARS_MAX));
  }

  /** Without the address. */
  @Override
  public String toString() {
    return "Client[" + device + "]";
  }
}
