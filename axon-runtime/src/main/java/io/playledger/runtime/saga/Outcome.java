package io.playledger.runtime.saga;

/** What became of a saga's command, as far as anything is known. */
public sealed interface Outcome {

  /**
   * It was done.
   *
   * @param result what the handler returned, null for nothing
   * @param position of its last event
   */
  record Done(Object result, long position) implements Outcome {}

  /**
   * A rule said no, and will say so again: compensate.
   *
   * @param rejection the context's own rejection
   */
  record Rejected(RuntimeException rejection) implements Outcome {}
}
