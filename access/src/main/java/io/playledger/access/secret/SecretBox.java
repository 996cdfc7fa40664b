package io.playledger.access.secret;

/** Encrypts bytes with AES-256-GCM; they can be decrypted only with the same key and context. */
public interface SecretBox {

  /** Encrypts. The value is bound to the context, which it does not contain. */
  byte[] seal(byte[] plain, byte[] context);

  /** Decrypts. Throws IllegalStateException if key or context differ, or the bytes were altered. */
  byte[] open(byte[] sealed, byte[] context);
}
