package io.playledger.runtime.serialization;

import org.axonframework.serialization.SerializationException;

/** A type that is to be stored has no name to be stored under. */
public final class UnnamedTypeException extends SerializationException {

  private static final long serialVersionUID = 1L;

  UnnamedTypeException(Class<?> type) {
    super(
        "%s has no name to be stored under. Events are registered under the sealed parent of their context; aggregates, sagas and results of commands in the registration of their context."
            .formatted(type.getName()));
  }
}
