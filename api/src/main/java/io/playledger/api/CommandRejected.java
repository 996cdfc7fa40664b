package io.playledger.api;

import java.util.Map;
import java.util.Objects;

/**
 * The rejection of a command by a rule of the domain. Nothing has changed. The same command with
 * the same idempotency key gets the same rejection again.
 */
public final class CommandRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient RejectionCode code;
  private final transient Map<String, String> details;
  private final boolean replayed;

  public CommandRejected(RejectionCode code) {
    this(code, Map.of());
  }

  public CommandRejected(RejectionCode code, Map<String, String> details) {
    this(code, details, false);
  }

  private CommandRejected(RejectionCode code, Map<String, String> details, boolean replayed) {
    super(code.name() + ": " + code.message());
    this.code = Objects.requireNonNull(code);
    this.details = Map.copyOf(details);
    this.replayed = replayed;
  }

  /** A rejection that repeats the first answer to the same idempotency key. */
  public static CommandRejected replayed(RejectionCode code, Map<String, String> details) {
    return new CommandRejected(code, details, true);
  }

  /** The reason, for programs. */
  public RejectionCode code() {
    return code;
  }

  /**
   * Facts that help to mend the request. A count of smallest units is named {@code ...Units}
   * ({@code availableUnits}, {@code neededUnits}), an instant is ISO 8601 in UTC ({@code
   * expiresAt}), and {@code asset}, {@code id}, {@code status} and {@code version} are those of
   * what was refused.
   */
  public Map<String, String> details() {
    return details;
  }

  /** Whether this is a repeat of the first answer to an idempotency key. */
  public boolean isReplayed() {
    return replayed;
  }

  /** A rejection is an answer, not a fault: it needs no stack trace. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
