package io.playledger.access.secret;

/**
 * What things are hashed with a key for. What is kept as a hash cannot be hashed again, so these
 * keys stay what they are when the master key changes: they are kept sealed in {@code
 * auth.hash_key}.
 */
public enum HashPurpose {
  EMAIL("email-hash"),
  EXTERNAL_IDENTITY("external-identity-hash"),
  BACKUP_CODE("backup-codes"),
  REFRESH_TOKEN_SUCCESSOR("refresh-token-successor"),
  REFRESH_TOKEN_BEARER("refresh-token-bearer"),
  REQUEST("request-fingerprint"),
  CLIENT_ADDRESS("client-address");

  private final String key;

  HashPurpose(String key) {
    this.key = key;
  }

  /** Name of its key. */
  String key() {
    return key;
  }
}
