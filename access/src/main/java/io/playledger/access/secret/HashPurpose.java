package io.playledger.access.secret;

/**
 * Purposes of keyed hashes. A stored hash cannot be computed again, so these keys do not change
 * with the master key: they are stored encrypted in {@code auth.hash_key}.
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

  /** The name of its key. */
  String key() {
    return key;
  }
}
