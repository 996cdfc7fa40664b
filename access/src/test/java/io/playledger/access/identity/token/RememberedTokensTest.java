package io.playledger.access.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class RememberedTokensTest {

  private static final Instant BEGIN = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration AGE_MAX = Duration.ofSeconds(60);
  private static final Duration LIFE = Duration.ofSeconds(90);

  private final Hands clock = new Hands();
  private final Signatures signatures = new Signatures();
  private final RememberedTokens tokens = new RememberedTokens(signatures, clock, AGE_MAX, 100);

  @Test
  void tokenIsDecodedOnce() {
    Jwt first = tokens.decode("one");
    assertThat(tokens.decode("one")).isSameAs(first);
    assertThat(tokens.decode("two")).isNotSameAs(first);
    assertThat(signatures.looked).containsExactly("one", "two");
  }

  @Test
  void tokenIsDecodedAgainAfterTheCacheAge() {
    tokens.decode("one");
    clock.now = BEGIN.plus(AGE_MAX).minusMillis(1);
    tokens.decode("one");
    assertThat(signatures.looked).hasSize(1);
    clock.now = BEGIN.plus(AGE_MAX);
    tokens.decode("one");
    assertThat(signatures.looked).hasSize(2);
  }

  @Test
  void expiredTokenIsRefusedFromTheCache() {
    clock.now = BEGIN.plus(LIFE).minusSeconds(1);
    tokens.decode("one");
    clock.now = BEGIN.plus(LIFE);
    signatures.refusing = true;
    assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
  }

  @Test
  void refusedTokenIsNotCached() {
    signatures.refusing = true;
    assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
    assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
    assertThat(signatures.looked).hasSize(2);
  }

  @Test
  void clockThatWasSetBackInvalidatesTheCache() {
    tokens.decode("one");
    clock.now = BEGIN.minusSeconds(1);
    tokens.decode("one");
    assertThat(signatures.looked).hasSize(2);
  }

  @Test
  void ageOfZeroDisablesTheCache() {
    RememberedTokens forgetful = new RememberedTokens(signatures, clock, Duration.ZERO, 100);
    forgetful.decode("one");
    forgetful.decode("one");
    assertThat(signatures.looked).hasSize(2);
  }

  private static final class Signatures implements JwtDecoder {

    private final List<String> looked = new ArrayList<>();
    private boolean refusing;

    @Override
    public Jwt decode(String token) {
      looked.add(token);
      if (refusing) {
        throw new BadJwtException("refused");
      }
      return Jwt.withTokenValue(token)
          .header("alg", "RS256")
          .issuedAt(BEGIN)
          .expiresAt(BEGIN.plus(LIFE))
          .build();
    }
  }

  private static final class Hands extends Clock {

    private Instant now = BEGIN;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
