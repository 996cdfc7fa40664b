package io.playledger.api;

import java.util.Map;
import java.util.Objects;

/**
 * The domain's "no": a rule forbids the command, nothing has changed. The same command with the
 * same idempotency key gets the same answer again.
 */
public final class CommandRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient RejectionCode code;
  private final transient Map<String, String> details;

  public CommandRejected(RejectionCode code) {
    this(code, Map.of());
  }

  public CommandRejected(RejectionCode code, Map<String, String> details) {
    super(code.name() + ": " + code.message());
    this.code = Objects.requireNonNull(code);
    this.details = Map.copyOf(details);
  }

  /** What was refused, for programs. */
  public RejectionCode code() {
    return code;
  }

  /** Facts that help to mend the request, for example {@code available} and {@code needed}. */
  public Map<String, String> details() {
    return details;
  }

  /** A rejection is an answer, not a fault: it needs no stack trace. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
