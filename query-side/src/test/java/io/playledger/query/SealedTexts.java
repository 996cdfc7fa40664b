package io.playledger.query;

import io.playledger.api.PersonalText;
import io.playledger.api.PersonalTexts;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Marks texts instead of enciphering them; a person's key can be erased. */
final class SealedTexts implements PersonalTexts {

  private static final String SEAL = "sealed ";

  private final Set<UUID> erased = new HashSet<>();

  @Override
  public PersonalText protect(UUID person, String text) {
    return text == null ? null : new PersonalText(person, "key", SEAL + text);
  }

  @Override
  public Optional<String> reveal(PersonalText text) {
    return erased.contains(text.person())
        ? Optional.empty()
        : Optional.of(text.ciphertext().substring(SEAL.length()));
  }

  void erase(UUID person) {
    erased.add(person);
  }
}
