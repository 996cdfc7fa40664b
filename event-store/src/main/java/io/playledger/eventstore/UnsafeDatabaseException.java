package io.playledger.eventstore;

/** The database could lose acknowledged data; do not start on it. */
public final class UnsafeDatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String setting;

  public UnsafeDatabaseException(String setting, String message) {
    super(message);
    this.setting = setting;
  }

  /** Name of the PostgreSQL setting. */
  public String setting() {
    return setting;
  }
}
