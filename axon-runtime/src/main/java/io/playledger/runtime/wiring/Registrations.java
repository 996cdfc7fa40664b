package io.playledger.runtime.wiring;

import io.playledger.runtime.command.AggregateRegistration;
import io.playledger.runtime.command.CommandHandlerRegistration;
import io.playledger.runtime.saga.SagaRegistration;
import io.playledger.runtime.serialization.TypeNames;
import java.util.List;
import java.util.Map;

/**
 * Registrations of aggregates, handlers and stored types. The server provides one or several such
 * beans.
 *
 * @param aggregates classes of event-sourced aggregates
 * @param commandHandlers makers of handlers across aggregates
 * @param sagas processes
 * @param messages events and results of commands by the names under which they are stored, for
 *     example {@code ledger.TransactionPosted}
 */
public record Registrations(
    List<AggregateRegistration> aggregates,
    List<CommandHandlerRegistration> commandHandlers,
    List<SagaRegistration> sagas,
    Map<String, Class<?>> messages) {

  /** Copies the lists. */
  public Registrations {
    aggregates = List.copyOf(aggregates);
    commandHandlers = List.copyOf(commandHandlers);
    sagas = List.copyOf(sagas);
    messages = Map.copyOf(messages);
  }

  /**
   * The names of all stored types.
   *
   * @throws IllegalStateException if a name stands for two types
   */
  public static TypeNames typeNames(List<Registrations> all) {
    TypeNames.Builder names = TypeNames.builder();
    for (Registrations registered : all) {
      names.addAll(registered.messages());
      registered.aggregates().forEach(it -> names.add(it.name(), it.type()));
      registered.sagas().forEach(it -> names.addAll(it.storedTypes()));
    }
    return names.build();
  }
}
