package io.playledger.api;

import java.util.Optional;
import java.util.UUID;

/** The door to the keys of persons: turns what people write into {@link PersonalText} and back. */
public interface PersonalTexts {

  /**
   * Encrypts under the person's current key, making one where there is none.
   *
   * @return null where the text is null
   */
  PersonalText protect(UUID person, String text);

  /** The text, or empty once the person's key was erased. */
  Optional<String> reveal(PersonalText text);

  /** The text, {@code "[erased]"} once the key was erased, null where there was none. */
  default String revealOrErased(PersonalText text) {
    return text == null ? null : reveal(text).orElse(ERASED);
  }

  /** Shown in place of a text whose key was erased. */
  String ERASED = "[erased]";
}
