package io.playledger.api;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what people write into {@link PersonalText} and decrypts it with the keys of persons.
 */
public interface PersonalTexts {

  /** Encrypts under the person's current key, and creates a key if there is none. */
  PersonalText protect(UUID person, String text);

  /** The same for a text that can be missing. */
  default @Nullable PersonalText protectNullable(UUID person, @Nullable String text) {
    return text == null ? null : protect(person, text);
  }

  /** The decrypted text, or empty if the person's key was destroyed. */
  Optional<String> reveal(PersonalText text);

  /** The decrypted text, or {@code "[erased]"} if the key was destroyed. */
  default @Nullable String revealOrErased(@Nullable PersonalText text) {
    return text == null ? null : reveal(text).orElse(ERASED);
  }

  /** The placeholder for a text whose key was destroyed. */
  String ERASED = "[erased]";
}
