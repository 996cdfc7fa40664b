package io.playledger.runtime.command;

/** Finds the aggregate of a command without reflection. Provided by the server. */
@FunctionalInterface
public interface CommandTarget {

  /** Identifier of the aggregate. */
  String aggregateIdOf(Object command);
}
