package io.playledger.postgres;

/**
 * The embedded PostgreSQL cannot be started, or must not be. The message is written for the person
 * who started it: what is wrong, where, and what to do.
 */
public class PostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A refusal with its reason. */
  public PostgresException(String message) {
    super(message);
  }

  /** A failure of the system beneath. */
  public PostgresException(String message, Throwable cause) {
    super(message, cause);
  }
}
