package io.playledger.access.identity.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A secret that its bearer sends back: a prefix that tells what it is for, then 256 random bits in
 * base64url. Only its SHA-256 is ever stored: nobody tries 2^256 inputs, so no slow hash is needed.
 */
public record SecretToken(String text) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SHAPE = Pattern.compile("[a-z]{3}_[A-Za-z0-9_-]{43}");

  /**
   * A new one.
   *
   * @param prefix three letters
   */
  public static SecretToken random(String prefix) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return of(prefix, bytes);
  }

  /** With these 32 bytes. */
  public static SecretToken of(String prefix, byte[] bytes) {
    return new SecretToken(
        prefix + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether it can be one with this prefix at all. */
  public boolean isShaped(String prefix) {
    return SHAPE.matcher(text).matches() && text.startsWith(prefix + "_");
  }

  /** What is stored of it. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "SecretToken[" + text.substring(0, Math.min(4, text.length())) + "...]";
  }
}
