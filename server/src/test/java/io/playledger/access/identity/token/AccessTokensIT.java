package io.playledger.access.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A token is accepted only if everything about it is right. */
class AccessTokensIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private final HttpTestClient http = SERVER.http();

  private final TestPlayer player = SERVER.newPlayer();
  private final RSAKey ours = SERVER.bean(SigningKeys.class).all().getKeys().getFirst().toRSAKey();

  @Test
  void handmadeTokenWithValidClaimsIsAccepted() throws JOSEException {
    assertThat(me(signed(ours, claims -> {}))).isEqualTo(200);
  }

  @Test
  void missingTokenIsRefusedWithAChallenge() {
    HttpTestClient.Reply reply = http.get("/auth/me").send();
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
    assertThat(reply.header("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void expiredTokenIsRefused() throws JOSEException {
    assertThat(
            me(
                signed(
                    ours,
                    claims -> claims.expirationTime(Date.from(SERVER.now().minusSeconds(60))))))
        .isEqualTo(401);
  }

  @Test
  void tokenWithoutAnExpiryIsRefused() throws JOSEException {
    assertThat(me(signed(ours, claims -> claims.expirationTime(null)))).isEqualTo(401);
  }

  @Test
  void tokenForAnotherAudienceIsRefused() throws JOSEException {
    assertThat(me(signed(ours, claims -> claims.audience("another")))).isEqualTo(401);
  }

  @Test
  void tokenOfAnotherIssuerIsRefused() throws JOSEException {
    assertThat(me(signed(ours, claims -> claims.issuer("another")))).isEqualTo(401);
  }

  @Test
  void tokenOfAnUnknownPlayerIsRefused() throws JOSEException {
    assertThat(me(signed(ours, claims -> claims.subject(UUID.randomUUID().toString()))))
        .isEqualTo(401);
    assertThat(me(signed(ours, claims -> claims.subject("root")))).isEqualTo(401);
  }

  @Test
  void tokenSignedWithAnotherKeyUnderOurKeyIdIsRefused() throws JOSEException {
    RSAKey theirs = new RSAKeyGenerator(2048).keyID(ours.getKeyID()).generate();
    assertThat(me(signed(theirs, claims -> {}))).isEqualTo(401);
  }

  @Test
  void tokenWithoutASignatureIsRefused() {
    assertThat(me(new PlainJWT(claims(changed -> {})).serialize())).isEqualTo(401);
    assertThat(me("nonsense")).isEqualTo(401);
  }

  @Test
  void tokenOfNoSessionOrAnotherAccountsSessionIsRefused() throws JOSEException, ParseException {
    String another =
        SignedJWT.parse(SERVER.newPlayer().token()).getJWTClaimsSet().getStringClaim("sid");

    assertThat(me(signed(ours, claims -> claims.claim("sid", null)))).isEqualTo(401);
    assertThat(me(signed(ours, claims -> claims.claim("sid", "none")))).isEqualTo(401);
    assertThat(me(signed(ours, claims -> claims.claim("sid", UUID.randomUUID().toString()))))
        .isEqualTo(401);
    assertThat(me(signed(ours, claims -> claims.claim("sid", another)))).isEqualTo(401);
  }

  @Test
  void tokenOfAnotherTypeIsRefused() throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(ours.getKeyID())
                .type(JOSEObjectType.JWT)
                .build(),
            claims(changed -> {}));
    token.sign(new RSASSASigner(ours));

    assertThat(me(token.serialize())).isEqualTo(401);
  }

  @Test
  void rolesInATokenAreIgnored() throws JOSEException {
    String boastful = signed(ours, claims -> claims.claim("roles", List.of("admin")));
    assertThat(http.get("/admin/processors").token(boastful).send().status()).isEqualTo(403);
  }

  @Test
  void onlyPublicKeysArePublished() {
    HttpTestClient.Reply reply = http.get("//.well-known/jwks.json").send();
    assertThat(reply.json().path("keys").get(0).path("kid").asString()).isEqualTo(ours.getKeyID());
    assertThat(reply.json().path("keys").get(0).has("d")).isFalse();
  }

  private String sessionId() {
    try {
      return SignedJWT.parse(player.token()).getJWTClaimsSet().getStringClaim("sid");
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private int me(String token) {
    return http.get("/auth/me").token(token).send().status();
  }

  private String signed(RSAKey key, Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType("at+jwt"))
                .build(),
            claims(change));
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(player.id())
            .issuer("playledger")
            .audience("playledger-api")
            .claim("sid", sessionId())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(SERVER.now()))
            .expirationTime(Date.from(SERVER.now().plusSeconds(60)));
    change.accept(claims);
    return claims.build();
  }
}
