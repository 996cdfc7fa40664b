package io.playledger.runtime.deadletter;

import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;

/** The destination of failed events, and of later events of their aggregates. */
public interface Parking {

  /**
   * Those of these sequences that have a parked event. Nobody adds or ends letters of the processor
   * until the transaction ends, if there are any.
   */
  Set<String> waiting(Set<String> sequences);

  /** Parks events of waiting sequences. */
  void parkBehind(List<? extends EventMessage<?>> events);

  /** Parks an event that failed. */
  void park(EventMessage<?> event, Throwable cause);
}
