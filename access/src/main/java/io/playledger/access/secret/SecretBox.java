package io.playledger.access.secret;

/**
 * Seals bytes with AES-256-GCM; they open only with the key and the context they were sealed with.
 */
public interface SecretBox {

  /** Seals; the context is bound to it and not kept in it. */
  byte[] seal(byte[] plain, byte[] context);

  /** Opens; IllegalStateException where key or context are others, or the bytes were altered. */
  byte[] open(byte[] sealed, byte[] context);
}
