package io.playledger.verification.day;

import io.playledger.verification.http.ApiReply;
import java.util.Set;

/**
 * The expected answers of a request.
 *
 * @param mayPass whether it can succeed
 * @param codes allowed error codes
 */
public record Expect(boolean mayPass, Set<String> codes) {

  public static Expect success() {
    return new Expect(true, Set.of());
  }

  /** The request must be rejected with one of these codes. */
  public static Expect refused(String... codes) {
    return new Expect(false, Set.of(codes));
  }

  /** The request succeeds, or comes too late and is rejected with one of these codes. */
  public static Expect successOr(Set<String> codes) {
    return new Expect(true, codes);
  }

  boolean met(ApiReply reply) {
    return reply.ok() ? mayPass : codes.contains(reply.code());
  }
}
