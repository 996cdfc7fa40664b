package io.playledger.access.identity.session;

import io.playledger.web.http.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Creates refresh tokens. The first one of a session is random. A successor is derived from the
 * used token, a random salt stored with it, and a key of the installation, so that a client that
 * lost the reply can get the same successor again, while neither the table nor the key nor an old
 * token alone reveals it.
 */
final class RefreshTokens {

  static final String PREFIX = "plr";
  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyedHash successors;

  RefreshTokens(KeyedHash successors) {
    this.successors = successors;
  }

  SecretToken first() {
    return SecretToken.random(PREFIX);
  }

  byte[] newSalt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return salt;
  }

  SecretToken successor(SecretToken turnedIn, byte[] salt) {
    return SecretToken.of(
        PREFIX, successors.of(turnedIn.text().getBytes(StandardCharsets.UTF_8), salt));
  }
}
