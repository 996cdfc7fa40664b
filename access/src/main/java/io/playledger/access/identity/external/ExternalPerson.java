package io.playledger.access.identity.external;

import java.util.Optional;

/**
 * Somebody whom another site vouches for, after everything it said was verified.
 *
 * @param provider as in paths: {@code google}
 * @param subject the id that the provider gives the person, for ever the same; at most 255
 *     characters
 * @param name what the provider calls the person; not unique, at most 120 characters
 * @param email the person's address; empty where the provider tells none
 * @param emailVerified whether the provider says that it is the person's
 */
public record ExternalPerson(
    String provider,
    String subject,
    Optional<String> name,
    Optional<String> email,
    boolean emailVerified) {

  private static final int SUBJECT_CHARS_MAX = 255;
  private static final int NAME_CHARS_MAX = 120;
  private static final int EMAIL_CHARS_MAX = 254;

  public ExternalPerson {
    if (subject.isBlank() || subject.length() > SUBJECT_CHARS_MAX) {
      throw new IllegalArgumentException("a subject has 1 to " + SUBJECT_CHARS_MAX + " characters");
    }
    name =
        name.map(String::strip)
            .filter(some -> !some.isEmpty())
            .map(some -> some.substring(0, Math.min(some.length(), NAME_CHARS_MAX)));
    email =
        email
            .map(String::strip)
            .filter(some -> some.contains("@") && some.length() <= EMAIL_CHARS_MAX);
    emailVerified = emailVerified && email.isPresent();
  }

  /** Where the provider tells no address. */
  public static ExternalPerson withoutEmail(
      String provider, String subject, Optional<String> name) {
    return new ExternalPerson(provider, subject, name, Optional.empty(), false);
  }

  /** Never shows who it is. */
  @Override
  public String toString() {
    return "ExternalPerson[" + provider + "]";
  }
}
