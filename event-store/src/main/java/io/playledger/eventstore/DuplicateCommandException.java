package io.playledger.eventstore;

import org.axonframework.common.AxonNonTransientException;

/** A command was repeated under a key that already has an outcome. Nothing was stored this time. */
public final class DuplicateCommandException extends AxonNonTransientException {
  private static final long serialVersionUID = 1L;

  private final transient StoredOutcome outcome;

  public DuplicateCommandException(StoredOutcome outcome) {
    super("Command " + outcome.scope() + "/" + outcome.key() + " already has an outcome");
    this.outcome = outcome;
  }

  /** The first answer. */
  public StoredOutcome outcome() {
    return outcome;
  }
}
