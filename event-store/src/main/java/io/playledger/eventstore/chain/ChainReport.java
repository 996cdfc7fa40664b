package io.playledger.eventstore.chain;

import java.util.Optional;

/**
 * The result of a verification.
 *
 * @param verified the log is proved unaltered up to here; resume from it
 * @param head last position of the chain when the verification ended
 * @param fault the first alteration
 */
public record ChainReport(ChainCheckpoint verified, long head, Optional<Fault> fault) {

  /**
   * @param position first altered position
   * @param reason kind of the alteration
   */
  public record Fault(long position, String reason) {}

  /** Whether everything up to the head is proved. */
  public boolean isComplete() {
    return fault.isEmpty() && verified.position() == head;
  }
}
