package io.playledger.access.identity.mfa;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of RFC 6238 with the usual parameters of authenticators: 6 digits, 30 seconds, HMAC-SHA1.
 */
final class Totp {

  static final int STEP_SECONDS = 30;
  static final int DIGITS = 6;

  /** Tolerated steps for inaccurate clocks and slow typing. */
  private static final int STEPS_OFF_MAX = 1;

  private static final int SECRET_BYTES = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** The step of this code; empty if it is not a current one. */
  OptionalLong stepOf(byte[] secret, String code, Instant now) {
    long current = now.getEpochSecond() / STEP_SECONDS;
    OptionalLong found = OptionalLong.empty();
    for (long step = current - STEPS_OFF_MAX; step <= current + STEPS_OFF_MAX; step++) {
      if (same(code(secret, step), code)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** The code of that step. */
  String code(byte[] secret, long step) {
    try {
      return codes.generateOneTimePasswordString(
          new SecretKeySpec(secret, codes.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP_SECONDS),
          Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("any 20 bytes are a key", e);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
