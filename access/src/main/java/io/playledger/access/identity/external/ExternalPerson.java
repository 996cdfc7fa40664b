package io.playledger.access.identity.external;

import java.util.Optional;

/**
 * A person authenticated by another site, after all its statements were verified.
 *
 * @param provider name as in paths: {@code google}
 * @param subject the provider's permanent id of the person; at most 255 characters
 * @param name the person's name at the provider; not unique, at most 120 characters
 * @param email the person's address; empty if the provider states none
 * @param emailVerified whether the provider has verified the address
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

  /** A person without an address. */
  public static ExternalPerson withoutEmail(
      String provider, String subject, Optional<String> name) {
    return new ExternalPerson(provider, subject, name, Optional.empty(), false);
  }

  /** Does not contain the person's data. */
  @Override
  public String toString() {
    return "ExternalPerson[" + provider + "]";
  }
}
