package io.playledger.access.identity.password;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a range API (that of haveibeenpwned.com is documented at {@code
 * https://haveibeenpwned.com/API/v3#PwnedPasswords}): only the first five hexadecimal digits of the
 * password's SHA-1 leave this machine, and padding hides the number of results.
 */
final class BreachRangeClient implements BreachedPasswords {

  private static final Logger LOG = LoggerFactory.getLogger(BreachRangeClient.class);
  private static final int PREFIX_CHARS = 5;

  private final URI range;
  private final Duration timeout;
  private final HttpClient http;

  /**
   * A client for this address.
   *
   * @param range ends with a slash; the prefix is appended
   */
  BreachRangeClient(URI range, Duration timeout) {
    this.range = range;
    this.timeout = timeout;
    this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  @Override
  public boolean contains(String password) {
    String hash = sha1(password);
    HttpRequest request =
        HttpRequest.newBuilder(range.resolve(hash.substring(0, PREFIX_CHARS)))
            .timeout(timeout)
            .header("Add-Padding", "true")
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException("status " + response.statusCode());
      }
      return response.body().lines().anyMatch(line -> names(line, hash.substring(PREFIX_CHARS)));
    } catch (IOException e) {
      LOG.warn("The look-up of a breached password failed: {}", e.toString());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** {@code SUFFIX:COUNT}; a count of 0 is padding. */
  private static boolean names(String line, String suffix) {
    int colon = line.indexOf(':');
    return colon > 0
        && line.substring(0, colon).equalsIgnoreCase(suffix)
        && !line.substring(colon + 1).strip().equals("0");
  }

  private static String sha1(String text) {
    try {
      return HexFormat.of()
          .withUpperCase()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
