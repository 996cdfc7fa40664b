package io.playledger.access.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The secret of a key: 256 random bits after a prefix that secret scanners recognise. With so many
 * bits a plain SHA-256 is a safe hash.
 *
 * @param text shown once
 */
record ApiKeySecret(String text) {

  private static final String PREFIX = "plk_";
  private static final int BYTES = 32;
  private static final int HINT_CHARS = 8;
  private static final Pattern SHAPE = Pattern.compile("plk_[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static ApiKeySecret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new ApiKeySecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether the text has the form of a secret. */
  boolean hasForm() {
    return SHAPE.matcher(text).matches();
  }

  /** The hash of 32 bytes, which is all that is stored. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Its first characters, by which the owner recognises it. */
  String hint() {
    return text.substring(0, HINT_CHARS);
  }

  @Override
  public String toString() {
    return "ApiKeySecret[" + PREFIX + "...]";
  }
}
