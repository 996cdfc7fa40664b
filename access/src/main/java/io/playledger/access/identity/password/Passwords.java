package io.playledger.access.identity.password;

import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
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
 * Hashes passwords with Argon2id, only a few at the same time: each needs memory and a core, and
 * many logins must not starve other requests.
 */
public final class Passwords {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int ONE_TIME_BYTES = 15;
  private static final int RETRY_AFTER_SECONDS = 5;

  private final Argon2PasswordEncoder argon2;
  private final Semaphore turns;
  private final long waitMillisMax;
  private final String nobodysHash;

  Passwords(PasswordSettings settings) {
    this.argon2 =
        new Argon2PasswordEncoder(
            SALT_BYTES, HASH_BYTES, LANES, settings.argon2MemoryKib(), settings.argon2Iterations());
    this.turns = new Semaphore(settings.argon2ConcurrentMax(), true);
    this.waitMillisMax = settings.argon2WaitMillisMax();
    this.nobodysHash = argon2.encode(oneTime());
  }

  public String hash(String password) {
    String prepared = prepared(password);
    return inTurn(() -> argon2.encode(prepared));
  }

  /**
   * Whether the password matches. Without a hash it does the same work and returns false, so that
   * the time does not reveal whether an account or password exists.
   */
  public boolean matches(String password, Optional<String> hash) {
    String prepared = prepared(password);
    boolean same = inTurn(() -> argon2.matches(prepared, hash.orElse(nobodysHash)));
    return same && hash.isPresent();
  }

  /** Whether the text can be written in UTF-8, which an unpaired surrogate cannot. */
  static boolean isWellFormed(String password) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(password);
  }

  /**
   * Normalises a password as in RFC 8265 (OpaqueString), so that every keyboard gives the same one:
   * composed letters and one kind of blank. Malformed text is never a valid password, and must not
   * cause an error either.
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

  /** A random password of 20 characters that satisfies the rules. */
  public static String oneTime() {
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
        "Too many logins are in progress; try again in a moment.",
        RETRY_AFTER_SECONDS);
  }
}
