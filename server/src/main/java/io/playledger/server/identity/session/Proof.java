package io.playledger.server.identity.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How and when somebody proved who they are.
 *
 * @param methods in the words of RFC 8176: {@code pwd}, {@code otp}, {@code mfa}
 * @param at of the first factor
 * @param secondFactorAt of the second, where there was one
 */
public record Proof(List<String> methods, Instant at, Optional<Instant> secondFactorAt) {

  public Proof {
    methods = List.copyOf(methods);
  }

  /** By password alone. */
  public static Proof byPassword(Instant at) {
    return new Proof(List.of("pwd"), at, Optional.empty());
  }
}
