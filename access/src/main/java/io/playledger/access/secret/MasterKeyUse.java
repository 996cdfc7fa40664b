package io.playledger.access.secret;

/**
 * What a master key is still needed for.
 *
 * @param keyId 8 bytes in hexadecimal, derived from the key; {@code unknown} for values that no key
 *     known to the database opens
 * @param seals whether new values are sealed under it
 * @param values sealed values that it opens; one that does not seal may go once this is 0
 */
public record MasterKeyUse(String keyId, boolean seals, long values) {}
