package io.playledger.web.authority;

/**
 * The origin of a request, with or without a login.
 *
 * @param requestId the client's X-Request-Id if it is valid, otherwise a generated one
 * @param correlationId shared by all messages that this request causes
 * @param addressHash keyed hash of the client's address; never the address
 */
public record RequestOrigin(String requestId, String correlationId, String addressHash) {

  /** The request attribute with its origin. */
  public static final String ATTRIBUTE = RequestOrigin.class.getName();
}
