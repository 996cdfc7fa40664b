package io.playledger.runtime.saga;

/** The known outcome of a saga's command. */
public sealed interface Outcome {

  /**
   * The command was done.
   *
   * @param result result of the handler; null for none
   * @param position position of its last event
   */
  record Done(Object result, long position) implements Outcome {}

  /**
   * A rule rejected the command, and will reject it again: compensate.
   *
   * @param rejection the context's rejection
   */
  record Rejected(RuntimeException rejection) implements Outcome {}
}
