package io.playledger.access.identity.account;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proposes usernames of 3 to 24 letters, digits, hyphens and underscores for people from other
 * sites. The first ones resemble the name at the other site; the last ones are almost certainly
 * free.
 */
public final class Usernames {

  private static final int CHARS_MIN = 3;
  private static final int CHARS_MAX = 24;
  private static final String FALLBACK = "player";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Usernames() {}

  public static List<String> near(Optional<String> name) {
    String plain = name.map(Usernames::plain).orElse("");
    String base = plain.length() < CHARS_MIN ? FALLBACK : plain;
    return Stream.concat(Stream.of(base), Stream.of(4, 4, 6, 8, 8).map(n -> suffixed(base, n)))
        .toList();
  }

  private static String plain(String name) {
    String letters =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\s+", "-")
            .replaceAll("[^A-Za-z0-9_-]", "");
    return cut(letters, CHARS_MAX);
  }

  private static String suffixed(String base, int digits) {
    String suffix =
        String.format(Locale.ROOT, "%0" + digits + "d", RANDOM.nextInt((int) Math.pow(10, digits)));
    return cut(base, CHARS_MAX - digits - 1) + "-" + suffix;
  }

  private static String cut(String text, int chars) {
    return text.substring(0, Math.min(text.length(), chars));
  }
}
