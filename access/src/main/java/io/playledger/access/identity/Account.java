package io.playledger.access.identity;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The private side of a player: what logs in.
 *
 * @param email empty for who came in another way and gave none
 * @param passwordHash empty for who comes in another way and has set none
 * @param passwordOneTime whether the password was made by the server and is to be changed
 * @param registrationKey idempotency key of the registration, to finish it under
 * @param registrationHash hash of the registration's request
 * @param ban also one that has ended by itself
 */
record Account(
    PlayerId id,
    Optional<Email> email,
    String username,
    Optional<String> passwordHash,
    boolean passwordOneTime,
    State state,
    UUID registrationKey,
    byte[] registrationHash,
    Instant createdAt,
    Optional<Ban> ban) {

  /**
   * Where to write to.
   *
   * @param hash keyed, to find it by
   * @param sealed for its owner only
   * @param verified whether the person has proved to read it
   */
  record Email(byte[] hash, byte[] sealed, boolean verified) {}

  /**
   * Shut out.
   *
   * @param until empty for ever
   */
  record Ban(Optional<Instant> until) {}

  /** How far an account is. */
  enum State {
    /** Its row is written, its first event perhaps not. */
    REGISTERING,
    /** It may log in. */
    ACTIVE
  }

  /** Whether there is an address and it is the person's. */
  boolean emailVerified() {
    return email.filter(Email::verified).isPresent();
  }

  /** The ban that keeps it out at this time. */
  Optional<Ban> banAt(Instant now) {
    return ban.filter(some -> some.until().map(now::isBefore).orElse(true));
  }

  /** By which a username is unique. */
  static String folded(String username) {
    return username.toLowerCase(Locale.ROOT);
  }

  /** Never shows what is secret. */
  @Override
  public String toString() {
    return "Account[" + id + ", " + state + "]";
  }
}
