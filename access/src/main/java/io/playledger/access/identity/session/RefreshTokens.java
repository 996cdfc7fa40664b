package io.playledger.access.identity.session;

import io.playledger.web.http.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Makes refresh tokens. The first of a session is random; a successor is derived from the token
 * that is turned in, a random salt stored with it and a key of the installation. So a client that
 * lost the answer can be given the same successor again, while neither the table nor the key nor an
 * old token alone tells it.
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
