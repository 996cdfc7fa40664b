package io.playledger.runtime.command;

/** Says which aggregate a command is for, without reflection. Provided by the server. */
@FunctionalInterface
public interface CommandTarget {

  /** Identifier of the aggregate. */
  String aggregateIdOf(Object command);
}
