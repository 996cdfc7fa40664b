package io.playledger.access.identity.person;

import io.playledger.access.secret.SecretBox;
import io.playledger.api.PersonalText;
import io.playledger.api.PersonalTexts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Encrypts free text with AES-256-GCM under the person's key. */
final class SealedPersonalTexts implements PersonalTexts {

  private final PersonKeys keys;

  SealedPersonalTexts(PersonKeys keys) {
    this.keys = keys;
  }

  @Override
  public PersonalText protect(UUID person, String text) {
    String keyId = keys.currentKeyId(person);
    SecretBox key = keys.find(person, keyId).orElseThrow(PersonKeys::erased);
    byte[] sealed = key.seal(text.getBytes(StandardCharsets.UTF_8), context(person, keyId));
    return new PersonalText(person, keyId, Base64.getEncoder().encodeToString(sealed));
  }

  @Override
  public Optional<String> reveal(PersonalText text) {
    return keys.find(text.person(), text.keyId())
        .map(
            key ->
                key.open(
                    Base64.getDecoder().decode(text.ciphertext()),
                    context(text.person(), text.keyId())))
        .map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  private static byte[] context(UUID person, String keyId) {
    return ("text/" + person + "/" + keyId).getBytes(StandardCharsets.UTF_8);
  }
}
