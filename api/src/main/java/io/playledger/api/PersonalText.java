package io.playledger.api;

import java.util.Objects;
import java.util.UUID;

/**
 * Free text that a person wrote, encrypted under that person's key before it enters a command.
 * Erasing the key erases the text everywhere, while the event that carries it stays whole.
 *
 * @param person whose key protects it
 * @param keyId which key of that person
 * @param ciphertext base64 of nonce and AES-256-GCM ciphertext
 */
public record PersonalText(UUID person, String keyId, String ciphertext) {

  public PersonalText {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(keyId, "keyId");
    Objects.requireNonNull(ciphertext, "ciphertext");
  }

  /** Never shows the text. */
  @Override
  public String toString() {
    return "PersonalText[" + person + "]";
  }
}
