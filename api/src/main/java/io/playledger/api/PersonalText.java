package io.playledger.api;

import java.util.Objects;
import java.util.UUID;

/**
 * Free text that a person wrote, encrypted under that person's key before it enters a command.
 * Destroying the key makes the text unreadable everywhere, and leaves the events that carry it
 * unchanged.
 *
 * @param person the person whose key encrypts the text
 * @param keyId the id of the key among that person's keys
 * @param ciphertext base64 of nonce and AES-256-GCM ciphertext
 */
public record PersonalText(UUID person, String keyId, String ciphertext) {

  public PersonalText {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(keyId, "keyId");
    Objects.requireNonNull(ciphertext, "ciphertext");
  }

  /** Does not contain the text. */
  @Override
  public String toString() {
    return "PersonalText[" + person + "]";
  }
}
