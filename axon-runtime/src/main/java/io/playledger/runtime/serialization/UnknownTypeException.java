package io.playledger.runtime.serialization;

import java.util.regex.Pattern;
import org.axonframework.serialization.SerializationException;

/** The log holds a type that this build does not know. Nothing is skipped: reading stops there. */
public final class UnknownTypeException extends SerializationException {

  private static final long serialVersionUID = 1L;

  /** Such as {@code io.playledger.api.ledger.TransactionPosted}. */
  private static final Pattern CLASS_NAME = Pattern.compile("(\\w+\\.){2,}\\w+(\\$\\w+)*");

  UnknownTypeException(String name) {
    super(message(name));
  }

  private static String message(String name) {
    if (CLASS_NAME.matcher(name).matches()) {
      return ("The log names an event by its Java class, %s. Such a log was written before events"
              + " had names of their own and is not carried over: start with an empty database"
              + " (UPGRADING.md).")
          .formatted(name);
    }
    return ("The log holds an event of the type %s, which this version does not know. If a later"
            + " version stored it, start that version. If the event was renamed, its upcaster must"
            + " give the new name (UPGRADING.md).")
        .formatted(name);
  }
}
