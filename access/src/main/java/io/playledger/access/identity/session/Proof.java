package io.playledger.access.identity.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How and when a player authenticated.
 *
 * @param methods authentication methods of RFC 8176: {@code pwd}, {@code otp}, {@code mfa}; or
 *     {@code fed}
 * @param at time of the first factor
 * @param secondFactorAt time of the second factor, if there was one
 */
public record Proof(List<String> methods, Instant at, Optional<Instant> secondFactorAt) {

  private static final String PROVIDER = "fed";

  public Proof {
    methods = List.copyOf(methods);
  }

  /** Authentication by another site. RFC 8176 has no value for it; {@code fed} is common. */
  public static Proof byProvider(Instant at) {
    return new Proof(List.of(PROVIDER), at, Optional.empty());
  }

  /** A second factor was shown as well. */
  public Proof withSecondFactor(Instant shownAt) {
    return new Proof(
        Stream.concat(methods.stream(), Stream.of("otp", "mfa")).toList(),
        at,
        Optional.of(shownAt));
  }

  /** Whether another site authenticated the person. */
  public boolean isByProvider() {
    return methods.contains(PROVIDER);
  }

  /** Authentication by password only. */
  public static Proof byPassword(Instant at) {
    return new Proof(List.of("pwd"), at, Optional.empty());
  }
}
