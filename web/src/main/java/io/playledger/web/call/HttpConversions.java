package io.playledger.web.call;

import io.playledger.api.AsOf;
import io.playledger.api.identity.Role;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;

/**
 * Conversions of path variables and parameters in addition to Spring's. Ids are read by their own
 * {@code of(String)}.
 */
final class HttpConversions {

  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private HttpConversions() {}

  static void addTo(FormatterRegistry registry) {
    registry.addConverter(String.class, AsOf.class, HttpConversions::asOf);
    registry.addConverter(String.class, Instant.class, HttpConversions::time);
    registry.addConverterFactory(new AnyCaseEnums());
    registry.addConverter(String.class, Role.class, HttpConversions::role);
  }

  /** Digits are a position; any other text is an instant. */
  static AsOf asOf(String text) {
    if (POSITION.matcher(text).matches()) {
      return new AsOf.AtPosition(Long.parseLong(text));
    }
    try {
      return new AsOf.AtInstant(instant(text));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "must be a log position or an instant such as 2026-01-31T12:00:00Z", e);
    }
  }

  static Instant time(String text) {
    try {
      return instant(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("must be an instant such as 2026-01-31T12:00:00Z", e);
    }
  }

  /** Whether the read tables can store it: the years 1970 to 9999. */
  static boolean isStorable(Instant instant) {
    return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
  }

  private static Instant instant(String text) {
    Instant instant = Instant.parse(text);
    if (!isStorable(instant)) {
      throw new IllegalArgumentException("must be in the years 1970 to 9999");
    }
    return instant;
  }

  static Role role(String text) {
    for (Role role : Role.values()) {
      if (role.wireName().equals(text)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "must be one of " + Arrays.stream(Role.values()).map(Role::wireName).toList());
  }

  /** Reads {@code price-ascending} as {@code PRICE_ASCENDING}. */
  @SuppressWarnings("rawtypes") // Enum without its own type is what Spring looks factories up by
  private static final class AnyCaseEnums implements ConverterFactory<String, Enum> {

    @Override
    public <E extends Enum> Converter<String, E> getConverter(Class<E> type) {
      return text -> {
        String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
          if (constant.name().equals(wanted)) {
            return constant;
          }
        }
        throw new IllegalArgumentException("must be one of " + List.of(type.getEnumConstants()));
      };
    }
  }
}
