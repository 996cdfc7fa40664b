package io.playledger.access.identity.token;

import io.playledger.access.BoundedCache;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Caches verified tokens for a short time, so that frequent requests do not verify the same
 * signature again. Entries are keyed by the token's SHA-256. An expired token, or one that was
 * cached for too long, is decoded again; an invalid one is never cached. Whether the account can
 * still sign in is checked elsewhere on every request.
 */
final class RememberedTokens implements JwtDecoder {

  private final JwtDecoder decoder;
  private final Clock clock;
  private final Duration ageMax;
  private final BoundedCache<String, Known> good;

  /**
   * @param ageMax how long a verified token is cached; zero for never
   * @param entriesMax number of cached tokens
   */
  RememberedTokens(JwtDecoder decoder, Clock clock, Duration ageMax, int entriesMax) {
    this.decoder = decoder;
    this.clock = clock;
    this.ageMax = ageMax;
    this.good = new BoundedCache<>(entriesMax);
  }

  private record Known(Jwt token, Instant decodedAt) {}

  @Override
  public Jwt decode(String token) {
    Instant now = clock.instant();
    String name = digest(token);
    Known known = good.get(name);
    if (known != null && isFresh(known, now)) {
      return known.token();
    }
    Jwt decoded;
    try {
      decoded = decoder.decode(token);
    } catch (RuntimeException refused) {
      good.remove(name);
      throw refused;
    }
    good.put(name, new Known(decoded, now));
    return decoded;
  }

  private boolean isFresh(Known known, Instant now) {
    Instant over = known.token().getExpiresAt();
    return over != null
        && now.isBefore(over)
        && !now.isBefore(known.decodedAt())
        && now.isBefore(known.decodedAt().plus(ageMax));
  }

  private static String digest(String token) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
