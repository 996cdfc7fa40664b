package io.playledger.server.identity;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The private side of a player: what logs in.
 *
 * @param passwordHash empty for who comes in another way and has set none
 * @param passwordOneTime whether the password was made by the server and is to be changed
 * @param registrationKey idempotency key of the registration, to finish it under
 * @param registrationHash hash of the registration's request
 * @param ban also one that has ended by itself
 */
record Account(
    PlayerId id,
    byte[] emailHash,
    byte[] emailSealed,
    String username,
    Optional<String> passwordHash,
    boolean passwordOneTime,
    State state,
    UUID registrationKey,
    byte[] registrationHash,
    Instant createdAt,
    Optional<Ban> ban,
    boolean emailVerified) {

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
