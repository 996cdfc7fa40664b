package io.playledger.web.problem;

import java.util.Map;

/**
 * Refuses a request with a {@link TransportCode}. It is an expected answer, so it has no stack
 * trace.
 */
public final class ApiProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final TransportCode code;
  private final transient Map<String, String> details;
  private final int retryAfterSeconds;

  private ApiProblem(
      TransportCode code, String message, Map<String, String> details, int retryAfterSeconds) {
    super(message);
    this.code = code;
    this.details = Map.copyOf(details);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** A problem with the code's message. */
  public static ApiProblem of(TransportCode code) {
    return new ApiProblem(code, code.message(), Map.of(), 0);
  }

  /** A problem with its own message. */
  public static ApiProblem of(TransportCode code, String message) {
    return new ApiProblem(code, message, Map.of(), 0);
  }

  /** A problem with the code's message, and facts for programs. */
  public static ApiProblem of(TransportCode code, Map<String, String> details) {
    return new ApiProblem(code, code.message(), details, 0);
  }

  /** A problem with one invalid field. */
  public static ApiProblem invalid(String field, String message) {
    return invalid(Map.of(field, message));
  }

  /** A problem with several invalid fields, as field to message. */
  public static ApiProblem invalid(Map<String, String> fields) {
    return new ApiProblem(
        TransportCode.VALIDATION_FAILED, TransportCode.VALIDATION_FAILED.message(), fields, 0);
  }

  /** A problem after which the client can retry in that many seconds. */
  public static ApiProblem retry(TransportCode code, String message, int afterSeconds) {
    return new ApiProblem(code, message, Map.of(), afterSeconds);
  }

  /** The code, for programs. */
  public TransportCode code() {
    return code;
  }

  /** Facts that help to correct the request. */
  public Map<String, String> details() {
    return details;
  }

  /** Seconds for the header Retry-After; 0 for none. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
