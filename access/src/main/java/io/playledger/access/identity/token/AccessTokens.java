package io.playledger.access.identity.token;

import io.playledger.access.identity.session.OpenSession;
import io.playledger.api.identity.Role;
import io.playledger.web.http.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Issues access tokens: RS256, with issuer, audience, subject, id, roles and a short lifetime. */
public final class AccessTokens {

  /**
   * Claim with the roles at the time of issue, for clients. The server reads the account instead.
   */
  static final String ROLES = "roles";

  /** Claim with the session, which the server checks, too. */
  public static final String SESSION = "sid";

  /** Claim with the authentication methods (RFC 8176). */
  static final String METHODS = "amr";

  /** Claim with the time of the authentication in seconds. */
  static final String AUTHENTICATED_AT = "auth_time";

  /** Header {@code typ} of RFC 9068, which distinguishes access tokens from all other tokens. */
  static final String TYPE = "at+jwt";

  /** The tolerated difference between the clocks of two nodes. */
  static final Duration CLOCK_SKEW_MAX = Duration.ofSeconds(5);

  private final JwtEncoder encoder;
  private final SigningKeys keys;
  private final TokenSettings settings;
  private final Clock clock;

  AccessTokens(SigningKeys keys, TokenSettings settings, Clock clock) {
    this.encoder = new NimbusJwtEncoder(keys.signing());
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
  }

  /** A token and its expiry. */
  public record Issued(String token, Instant expiresAt, Duration lifetime) {}

  public Issued issue(OpenSession session, Set<Role> roles) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = now.plus(settings.accessTokenAge());
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .id(Ids.next().toString())
            .issuer(settings.issuer())
            .audience(List.of(settings.audience()))
            .subject(session.player().toString())
            .issuedAt(now)
            .notBefore(now)
            .expiresAt(expiresAt)
            .claim(SESSION, session.id().toString())
            .claim(METHODS, session.proof().methods())
            .claim(AUTHENTICATED_AT, session.proof().at().getEpochSecond())
            .claim(ROLES, roles.stream().map(Role::wireName).sorted().toList())
            .build();
    JwsHeader header =
        JwsHeader.with(SignatureAlgorithm.RS256).keyId(keys.signingKeyId()).type(TYPE).build();
    return new Issued(
        encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue(),
        expiresAt,
        settings.accessTokenAge());
  }
}
