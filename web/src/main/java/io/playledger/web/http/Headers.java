package io.playledger.web.http;

/** Names of the headers of the HTTP contract. */
public final class Headers {

  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  public static final String IDEMPOTENCY_REPLAYED = "Idempotency-Replayed";
  public static final String POSITION = "Playledger-Position";
  public static final String MIN_POSITION = "Playledger-Min-Position";
  public static final String REQUEST_ID = "X-Request-Id";
  public static final String CORRELATION_ID = "X-Correlation-Id";

  public static final String API_KEY = "X-Api-Key";
  public static final String RATE_LIMIT = "RateLimit";
  public static final String RATE_LIMIT_POLICY = "RateLimit-Policy";

  /** Required with the refresh cookie, because a page of another site cannot send it. */
  public static final String CSRF = "Playledger-Csrf";

  private Headers() {}
}
