package io.playledger.access.identity.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How and when somebody proved who they are.
 *
 * @param methods in the words of RFC 8176: {@code pwd}, {@code otp}, {@code mfa}; or {@code fed}
 * @param at of the first factor
 * @param secondFactorAt of the second, where there was one
 */
public record Proof(List<String> methods, Instant at, Optional<Instant> secondFactorAt) {

  private static final String PROVIDER = "fed";

  public Proof {
    methods = List.copyOf(methods);
  }

  /**
   * By another site that vouches for the person. RFC 8176 has no word for it; {@code fed} is what
   * the field says.
   */
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

  /** Whether another site vouched for the person. */
  public boolean isByProvider() {
    return methods.contains(PROVIDER);
  }

  /** By password alone. */
  public static Proof byPassword(Instant at) {
    return new Proof(List.of("pwd"), at, Optional.empty());
  }
}
