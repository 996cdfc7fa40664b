package io.playledger.access.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One master key. One key per purpose is derived from it by HKDF-SHA256, and so is its id, which is
 * public.
 */
final class MasterKey {

  /** Length of the header of an encrypted value: the format and the id. */
  static final int HEADER_BYTES = 9;

  private static final byte FORMAT = 1;

  private final SecretKey key;
  private final byte[] header = new byte[HEADER_BYTES];

  MasterKey(byte[] key) {
    if (key.length != Secrets.KEY_BYTES) {
      throw new IllegalArgumentException("a master key has " + Secrets.KEY_BYTES + " bytes");
    }
    this.key = new SecretKeySpec(key, "Generic");
    header[0] = FORMAT;
    System.arraycopy(derive("master-key-id").getEncoded(), 0, header, 1, HEADER_BYTES - 1);
  }

  /** 8 bytes in hexadecimal. */
  String id() {
    return HexFormat.of().formatHex(header, 1, HEADER_BYTES);
  }

  /** The header of values that are encrypted under it. */
  byte[] header() {
    return header.clone();
  }

  /** The header of the key with this id, in hexadecimal. */
  static String header(String id) {
    return HexFormat.of().toHexDigits(FORMAT) + id;
  }

  /** Whether the value's header names this key. */
  boolean sealed(byte[] value) {
    return value.length >= HEADER_BYTES
        && Arrays.equals(value, 0, HEADER_BYTES, header, 0, HEADER_BYTES);
  }

  /** The key for this purpose, always the same. */
  SecretKey derive(String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "Generic",
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .thenExpand(
                      ("playledger/" + purpose).getBytes(StandardCharsets.UTF_8),
                      Secrets.KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("JDK 25 has HKDF-SHA256", e);
    }
  }
}
