package io.playledger.runtime.deadletter;

import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;

/** The destination of failed events, and of later events of their aggregates. */
public interface Parking {

  /**
   * The sequences of these events that have a parked event. If there are any, nobody adds or ends
   * letters of the processor until the transaction ends.
   */
  Set<String> waiting(List<? extends EventMessage<?>> events);

  /** Parks events of waiting sequences. */
  void parkBehind(List<? extends EventMessage<?>> events);

  /** Parks an event that failed. */
  void park(EventMessage<?> event, Throwable cause);
}
