package io.playledger.runtime.saga;

import org.jspecify.annotations.Nullable;

/** The known outcome of a saga's command. */
public sealed interface Outcome {

  /**
   * The command was done.
   *
   * @param result result of the handler, if it has one
   * @param position position of its last event
   */
  record Done(@Nullable Object result, long position) implements Outcome {}

  /**
   * A rule rejected the command, and will reject it again: compensate.
   *
   * @param rejection the context's rejection
   */
  record Rejected(RuntimeException rejection) implements Outcome {}
}
