package io.playledger.web.limit;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The result of the rates for one request, for the headers of its reply. */
final class Spending {

  private final StringBuilder policies = new StringBuilder();
  private final StringBuilder states = new StringBuilder();
  private @Nullable Limit refusedBy;
  private long waitNanos;

  void allowed(Limit limit, long remaining, long resetNanos) {
    tell(limit, remaining, resetNanos);
  }

  void refused(Limit limit, long nanosToWait) {
    refusedBy = limit;
    waitNanos = nanosToWait;
    tell(limit, 0, nanosToWait);
  }

  private void tell(Limit limit, long remaining, long resetNanos) {
    if (!policies.isEmpty()) {
      policies.append(", ");
      states.append(", ");
    }
    policies.append(limit.policy());
    states
        .append('"')
        .append(limit.name())
        .append("\";r=")
        .append(remaining)
        .append(";t=")
        .append(seconds(resetNanos));
  }

  boolean isRefused() {
    return refusedBy != null;
  }

  /** The limit that refuses the request. */
  @Nullable Limit refusedBy() {
    return refusedBy;
  }

  /** Whole seconds after which a retry can succeed. */
  int retryAfterSeconds() {
    return (int) Math.max(1, seconds(waitNanos));
  }

  /** Whether any rate applies. */
  boolean isReported() {
    return !policies.isEmpty();
  }

  /** The header {@code RateLimit-Policy}. */
  String policies() {
    return policies.toString();
  }

  /**
   * The header {@code RateLimit}: the remaining quota of each policy, and the time until it is
   * full.
   */
  String states() {
    return states.toString();
  }

  private static long seconds(long nanos) {
    return Math.ceilDiv(Math.max(0, nanos), TimeUnit.SECONDS.toNanos(1));
  }
}
