package io.playledger.eventstore;

import java.util.Optional;

/**
 * What a verification found.
 *
 * @param verified the log is as it was written up to here; resume from it
 * @param head last position of the chain when the verification ended
 * @param fault the first thing that is not as it was written
 */
public record ChainReport(ChainCheckpoint verified, long head, Optional<Fault> fault) {

  /**
   * @param position first position that disagrees
   * @param reason what about it
   */
  public record Fault(long position, String reason) {}

  /** Whether everything to the head is proven. */
  public boolean isComplete() {
    return fault.isEmpty() && verified.position() == head;
  }
}
