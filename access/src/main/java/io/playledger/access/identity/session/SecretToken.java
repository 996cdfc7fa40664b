package io.playledger.access.identity.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A secret token: a prefix for its purpose, then 256 random bits in base64url. Only its SHA-256 is
 * stored; with 256 bits no slow hash is needed.
 */
public record SecretToken(String text) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SHAPE = Pattern.compile("[a-z]{3}_[A-Za-z0-9_-]{43}");

  /**
   * Creates a token.
   *
   * @param prefix three letters
   */
  public static SecretToken random(String prefix) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return of(prefix, bytes);
  }

  /** A token with these 32 bytes. */
  public static SecretToken of(String prefix, byte[] bytes) {
    return new SecretToken(
        prefix + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether the text has the form of a token with this prefix. */
  public boolean hasForm(String prefix) {
    return SHAPE.matcher(text).matches() && text.startsWith(prefix + "_");
  }

  /** The hash that is stored. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Does not contain the secret. */
  @Override
  public String toString() {
    return "SecretToken[" + text.substring(0, Math.min(4, text.length())) + "...]";
  }
}
