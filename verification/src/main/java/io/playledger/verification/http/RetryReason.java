package io.playledger.verification.http;

import org.jspecify.annotations.Nullable;

/** Reasons to retry a request with the same key. */
public enum RetryReason {
  /** No connection, or it broke: the outcome is unknown. */
  CONNECTION_LOST,
  /** No answer in time: the outcome is unknown. */
  TIMED_OUT,
  /** 502, 503 or 504. */
  UNAVAILABLE,
  /** 429. */
  RATE_LIMITED,
  /** 409: the first sending is still being worked on. */
  IN_FLIGHT,
  /** 401 on a token that was good before. */
  TOKEN_EXPIRED;

  /** The reason that a reply gives; none: the reply is an answer. */
  static @Nullable RetryReason of(ApiReply reply) {
    return switch (reply.status()) {
      case 502, 503, 504 -> UNAVAILABLE;
      case 429 -> RATE_LIMITED;
      case 409 -> "COMMAND_IN_FLIGHT".equals(reply.code()) ? IN_FLIGHT : null;
      default -> null;
    };
  }
}
