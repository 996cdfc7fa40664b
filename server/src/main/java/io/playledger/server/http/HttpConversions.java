package io.playledger.server.http;

import io.playledger.api.AsOf;
import io.playledger.api.identity.Role;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.springframework.format.FormatterRegistry;

/**
 * How path variables and parameters are read beyond what Spring knows. Ids of the api are read by
 * their own {@code of(String)}.
 */
final class HttpConversions {

  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

  private HttpConversions() {}

  static void addTo(FormatterRegistry registry) {
    registry.addConverter(String.class, AsOf.class, HttpConversions::asOf);
    registry.addConverter(String.class, Role.class, HttpConversions::role);
  }

  /** Digits are a position, anything else an instant. */
  static AsOf asOf(String text) {
    if (POSITION.matcher(text).matches()) {
      return new AsOf.AtPosition(Long.parseLong(text));
    }
    try {
      return new AsOf.AtInstant(Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "is neither a position nor an instant such as 2026-01-31T12:00:00Z", e);
    }
  }

  static Role role(String text) {
    for (Role role : Role.values()) {
      if (role.wireName().equals(text)) {
        return role;
      }
    }
    throw new IllegalArgumentException("is no role");
  }
}
