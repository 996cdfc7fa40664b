package io.playledger.runtime.wiring;

import io.playledger.runtime.command.AggregateRegistration;
import io.playledger.runtime.command.CommandHandlerRegistration;
import io.playledger.runtime.saga.SagaRegistration;
import java.util.List;

/**
 * What the platform runs. The server provides one such bean or several.
 *
 * @param aggregates classes of event-sourced aggregates
 * @param commandHandlers makers of handlers across aggregates
 * @param sagas processes
 */
public record Registrations(
    List<AggregateRegistration> aggregates,
    List<CommandHandlerRegistration> commandHandlers,
    List<SagaRegistration> sagas) {

  /** Copies the lists. */
  public Registrations {
    aggregates = List.copyOf(aggregates);
    commandHandlers = List.copyOf(commandHandlers);
    sagas = List.copyOf(sagas);
  }
}
