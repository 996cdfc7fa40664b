package io.playledger.server.identity;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import io.playledger.server.config.IdentitySettings;
import io.playledger.server.http.Ids;
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

/** Makes access tokens: RS256, with issuer, audience, subject, id, roles and a short life. */
final class AccessTokens {

  /** Claim with the roles at the time of issue, for clients; the server asks the account. */
  static final String ROLES = "roles";

  private final JwtEncoder encoder;
  private final String signingKeyId;
  private final IdentitySettings settings;
  private final Clock clock;

  AccessTokens(JwtEncoder encoder, String signingKeyId, IdentitySettings settings, Clock clock) {
    this.encoder = encoder;
    this.signingKeyId = signingKeyId;
    this.settings = settings;
    this.clock = clock;
  }

  /** A token and when it ends. */
  record Issued(String token, Instant expiresAt, Duration lifetime) {}

  Issued issue(PlayerId player, Set<Role> roles) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = now.plus(settings.accessTokenAge());
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .id(Ids.next().toString())
            .issuer(settings.issuer())
            .audience(List.of(settings.audience()))
            .subject(player.toString())
            .issuedAt(now)
            .notBefore(now)
            .expiresAt(expiresAt)
            .claim(ROLES, roles.stream().map(Role::wireName).sorted().toList())
            .build();
    JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).keyId(signingKeyId).build();
    return new Issued(
        encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue(),
        expiresAt,
        settings.accessTokenAge());
  }
}
