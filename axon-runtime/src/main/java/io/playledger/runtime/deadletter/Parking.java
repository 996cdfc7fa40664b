package io.playledger.runtime.deadletter;

import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** The destination of failed events, and the sequences that wait behind one. */
public interface Parking {

  /** Sequences with an event parked, when the batch begins. */
  Set<String> sequences();

  /** Whether the sequence is still parked; it can have been cleared since. */
  boolean stillParked(String sequence);

  /**
   * Parks an event.
   *
   * @param cause missing when it only waits behind another
   */
  void park(EventMessage<?> event, @Nullable Throwable cause);
}
