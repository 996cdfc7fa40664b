package io.playledger.projection;

import io.playledger.api.PersonalText;
import io.playledger.api.PersonalTexts;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Texts written backwards instead of enciphered; a person's key can be erased. */
public final class ReadableTexts implements PersonalTexts {

  private final Set<UUID> erased = new HashSet<>();

  @Override
  public PersonalText protect(UUID person, String text) {
    return new PersonalText(person, "key", backwards(text));
  }

  @Override
  public Optional<String> reveal(PersonalText text) {
    return erased.contains(text.person())
        ? Optional.empty()
        : Optional.of(backwards(text.ciphertext()));
  }

  /** Makes everything that the person wrote unreadable. */
  public void erase(UUID person) {
    erased.add(person);
  }

  private static String backwards(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
