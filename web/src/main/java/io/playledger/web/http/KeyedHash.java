package io.playledger.web.http;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * HMAC-SHA256 under a key of this installation: equal inputs have equal hashes, and inputs cannot
 * be guessed without the key.
 */
public final class KeyedHash {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int HEX_BYTES = 16;

  private final SecretKey key;

  public KeyedHash(SecretKey key) {
    this.key = key;
  }

  /** 32 bytes over the parts, each preceded by its length. */
  public byte[] of(byte[]... parts) {
    Mac mac = mac();
    for (byte[] part : parts) {
      mac.update(Integer.toString(part.length).getBytes(StandardCharsets.US_ASCII));
      mac.update((byte) ':');
      mac.update(part);
    }
    return mac.doFinal();
  }

  /** 32 bytes over the text in UTF-8. */
  public byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The first 16 bytes in hexadecimal. */
  public String hex(String text) {
    return HexFormat.of().formatHex(Arrays.copyOf(of(text), HEX_BYTES));
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
