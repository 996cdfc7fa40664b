package io.playledger.web.limit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of requests per window, refilled evenly over the window.
 *
 * @param requests requests that are allowed at once
 * @param window time in which as many are refilled
 */
public record Rate(long requests, Duration window) {

  private static final Duration WINDOW_MAX = Duration.ofDays(1);
  private static final long REQUESTS_MAX = 1_000_000_000;
  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,10})/([0-9]{1,5})(s|m|h|d)");

  /** Requires 1 to 1,000,000,000 requests in one second to one day. */
  public Rate {
    if (requests < 1 || requests > REQUESTS_MAX) {
      throw new IllegalArgumentException("a rate has 1 to 1,000,000,000 requests, not " + requests);
    }
    if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(WINDOW_MAX) > 0) {
      throw new IllegalArgumentException("a rate's window is 1 second to 1 day, not " + window);
    }
  }

  /** Reads {@code 30/1m}: requests, a slash, and a window in seconds, minutes, hours or days. */
  public static Rate of(String text) {
    Matcher shape = SHAPE.matcher(text.strip());
    if (!shape.matches()) {
      throw new IllegalArgumentException("a rate is written like 30/1m, not " + text);
    }
    long length = Long.parseLong(shape.group(2));
    Duration window =
        switch (shape.group(3)) {
          case "s" -> Duration.ofSeconds(length);
          case "m" -> Duration.ofMinutes(length);
          case "h" -> Duration.ofHours(length);
          default -> Duration.ofDays(length);
        };
    return new Rate(Long.parseLong(shape.group(1)), window);
  }
}
