package io.playledger.api;

import java.util.Optional;
import java.util.UUID;

/**
 * Encrypts what people write into {@link PersonalText} and decrypts it with the keys of persons.
 */
public interface PersonalTexts {

  /**
   * Encrypts under the person's current key, and creates a key if there is none.
   *
   * @return null if the text is null
   */
  PersonalText protect(UUID person, String text);

  /** The decrypted text, or empty if the person's key was destroyed. */
  Optional<String> reveal(PersonalText text);

  /**
   * The decrypted text, {@code "[erased]"} if the key was destroyed, or null if there is no text.
   */
  default String revealOrErased(PersonalText text) {
    return text == null ? null : reveal(text).orElse(ERASED);
  }

  /** The placeholder for a text whose key was destroyed. */
  String ERASED = "[erased]";
}
