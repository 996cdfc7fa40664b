package io.playledger.runtime.deadletter;

import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** Parks a live processor's failed events in the table of dead letters. */
public record DeadLetterParking(String processor, DeadLetterTable table) implements Parking {

  @Override
  public Set<String> sequences() {
    return table.openSequences(processor);
  }

  @Override
  public boolean stillParked(String sequence) {
    table.lock(processor);
    return table.isOpen(processor, sequence);
  }

  @Override
  public void park(EventMessage<?> event, @Nullable Throwable cause) {
    table.lock(processor);
    table.park(processor, event, cause);
  }
}
