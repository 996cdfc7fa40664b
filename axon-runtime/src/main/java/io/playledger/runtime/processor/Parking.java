package io.playledger.runtime.processor;

import java.util.Set;
import org.axonframework.eventhandling.EventMessage;

/** Where a batch's failed events go, and which sequences wait behind one. */
public interface Parking {

  /** Sequences with an event parked, when the batch begins. */
  Set<String> sequences();

  /** Whether the sequence still is: someone may have cleared it since. */
  boolean stillParked(String sequence);

  /**
   * Parks an event.
   *
   * @param cause null when it only waits behind another
   */
  void park(EventMessage<?> event, Throwable cause);
}
