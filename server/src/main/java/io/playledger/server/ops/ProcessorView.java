package io.playledger.server.ops;

import io.playledger.runtime.processor.ProcessorKind;
import io.playledger.runtime.processor.ProcessorStatus;
import org.jspecify.annotations.Nullable;

/**
 * One event processor.
 *
 * @param position up to which it has handled the log
 * @param head of the log
 * @param lag events between them
 * @param lagMillis how long the oldest of them has been waiting
 * @param deadLetters events that it could not handle
 * @param error why it does not progress at the moment; none: it progresses
 */
record ProcessorView(
    String name,
    ProcessorKind kind,
    State state,
    long position,
    long head,
    long lag,
    long lagMillis,
    int segments,
    int segmentsClaimed,
    double eventsPerSecond,
    long deadLetters,
    @Nullable String error) {

  /** Whether it progresses. */
  enum State {
    RUNNING,
    PAUSED,
    FAILING
  }

  static ProcessorView of(ProcessorStatus status) {
    return new ProcessorView(
        status.name(),
        status.kind(),
        stateOf(status),
        status.position(),
        status.head(),
        status.lag(),
        status.lagMillis(),
        status.segments(),
        status.segmentsClaimed(),
        status.eventsPerSecond(),
        status.deadLetters(),
        status.error());
  }

  private static State stateOf(ProcessorStatus status) {
    if (!status.running()) {
      return State.PAUSED;
    }
    return status.error() == null ? State.RUNNING : State.FAILING;
  }
}
