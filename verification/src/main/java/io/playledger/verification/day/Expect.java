package io.playledger.verification.day;

import io.playledger.verification.http.ApiReply;
import java.util.Set;

/**
 * What a request may be answered with.
 *
 * @param mayPass whether it may succeed
 * @param codes error codes that may come
 */
public record Expect(boolean mayPass, Set<String> codes) {

  public static Expect success() {
    return new Expect(true, Set.of());
  }

  /** It must be refused, with one of these. */
  public static Expect refused(String... codes) {
    return new Expect(false, Set.of(codes));
  }

  /** It succeeds, or comes too late and is refused with one of these. */
  public static Expect successOr(Set<String> codes) {
    return new Expect(true, codes);
  }

  boolean met(ApiReply reply) {
    return reply.ok() ? mayPass : codes.contains(reply.code());
  }
}
