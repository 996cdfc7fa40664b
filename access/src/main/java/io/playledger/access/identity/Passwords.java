package io.playledger.access.identity;

import io.playledger.web.http.ApiProblem;
import io.playledger.web.http.TransportCode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes passwords with Argon2id, a few at a time: each takes memory and a core, and a storm of
 * logins must not starve the rest.
 */
final class Passwords {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int ONE_TIME_BYTES = 15;
  private static final int RETRY_AFTER_SECONDS = 5;

  private final Argon2PasswordEncoder argon2;
  private final Semaphore turns;
  private final long waitMillisMax;
  private final String nobodysHash;

  Passwords(IdentitySettings settings) {
    this.argon2 =
        new Argon2PasswordEncoder(
            SALT_BYTES, HASH_BYTES, LANES, settings.argon2MemoryKib(), settings.argon2Iterations());
    this.turns = new Semaphore(settings.argon2ConcurrentMax(), true);
    this.waitMillisMax = settings.argon2WaitMillisMax();
    this.nobodysHash = argon2.encode(oneTime());
  }

  String hash(String password) {
    String prepared = prepared(password);
    return inTurn(() -> argon2.encode(prepared));
  }

  /**
   * False where there is no hash, after the same work: so that nobody learns who has an account, or
   * one without a password.
   */
  boolean matches(String password, Optional<String> hash) {
    String prepared = prepared(password);
    boolean same = inTurn(() -> argon2.matches(prepared, hash.orElse(nobodysHash)));
    return same && hash.isPresent();
  }

  /** Whether it can be written in UTF-8: half of a surrogate pair can not. */
  static boolean isWellFormed(String password) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(password);
  }

  /**
   * The same for what people take to be the same, whatever keyboard it comes from: composed letters
   * and the one blank, as RFC 8265 (OpaqueString) has it. What is not well-formed is nobody's
   * password, and must be no fault either.
   */
  private static String prepared(String password) {
    StringBuilder text = new StringBuilder(password.length());
    password
        .codePoints()
        .map(
            character ->
                switch (Character.getType(character)) {
                  case Character.SPACE_SEPARATOR -> ' ';
                  case Character.SURROGATE -> '?';
                  default -> character;
                })
        .forEach(text::appendCodePoint);
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** A random password of 20 characters that keeps the rules. */
  static String oneTime() {
    byte[] bytes = new byte[ONE_TIME_BYTES];
    new SecureRandom().nextBytes(bytes);
    return "Pl1-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(waitMillisMax, TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private static ApiProblem busy() {
    return ApiProblem.retry(
        TransportCode.UNAVAILABLE,
        "Too many are logging in at the moment; try again.",
        RETRY_AFTER_SECONDS);
  }
}
