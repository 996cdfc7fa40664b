package io.playledger.verification.proof.log;

/** Receives the whole log once, in the order of positions. */
public interface LogObserver {

  void see(LogRow row);

  /** The command whose events were seen last has no more of them: what it did is whole now. */
  default void commandEnded(long lastPosition) {}

  /** That was the log. */
  default void ended() {}
}
