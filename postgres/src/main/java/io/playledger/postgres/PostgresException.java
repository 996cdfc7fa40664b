package io.playledger.postgres;

/**
 * The embedded PostgreSQL cannot be started, or must not be. The message tells the operator what is
 * wrong, where, and what to do.
 */
public class PostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A refused start with its reason. */
  public PostgresException(String message) {
    super(message);
  }

  /** A failure of the operating system. */
  public PostgresException(String message, Throwable cause) {
    super(message, cause);
  }
}
