package io.playledger.access.secret;

/**
 * The use of a master key.
 *
 * @param keyId 8 bytes in hexadecimal, derived from the key; {@code unknown} for values that no
 *     known key decrypts
 * @param seals whether new values are encrypted under it
 * @param values number of values that it decrypts; a former key with 0 values is no longer needed
 */
public record MasterKeyUse(String keyId, boolean seals, long values) {}
