package io.playledger.web.http;

/**
 * Where a request comes from, also where nobody is logged in.
 *
 * @param requestId the client's X-Request-Id where it is sane, else one of ours
 * @param correlationId shared by everything this request sets in motion
 * @param addressHash keyed hash of the client's address; never the address
 */
public record RequestOrigin(String requestId, String correlationId, String addressHash) {

  /** Under which a request carries its origin. */
  public static final String ATTRIBUTE = RequestOrigin.class.getName();
}
