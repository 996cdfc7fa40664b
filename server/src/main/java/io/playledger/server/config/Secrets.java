package io.playledger.server.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of this installation, all derived from its one master key by HKDF-SHA256, one a purpose.
 */
public final class Secrets {

  /** Bytes of the master key and of every key derived from it. */
  public static final int KEY_BYTES = 32;

  private final SecretKey master;

  public Secrets(byte[] master) {
    if (master.length != KEY_BYTES) {
      throw new IllegalArgumentException("the master key has " + KEY_BYTES + " bytes");
    }
    this.master = new SecretKeySpec(master, "Generic");
  }

  /** The key for this purpose, always the same. */
  public SecretKey derive(String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "Generic",
              HKDFParameterSpec.ofExtract()
                  .addIKM(master)
                  .thenExpand(
                      ("playledger/" + purpose).getBytes(StandardCharsets.UTF_8), KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("JDK 25 has HKDF-SHA256", e);
    }
  }
}
