package io.playledger.saga;

import io.playledger.api.Command;
import io.playledger.api.CommandRejected;
import io.playledger.command.CommandSide;
import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.Root;
import io.playledger.runtime.saga.Outcome;
import io.playledger.runtime.saga.SagaCommands;
import io.playledger.runtime.saga.SagaStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * The aggregates themselves behind the saga's door, on a log in memory. As in the server, a step is
 * done once: the same step gets its first outcome again.
 */
final class RealCommandSide implements SagaCommands {

  private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
  private final Map<SagaStep, Outcome> outcomes = new HashMap<>();
  private final Configuration axon;

  RealCommandSide() {
    Configurer configurer = DefaultConfigurer.defaultConfiguration(false);
    configurer.configureEmbeddedEventStore(configuration -> log);
    CommandSide.aggregates().forEach(type -> configurer.configureAggregate(aggregate(type)));
    CommandSide.handlers()
        .forEach(
            maker ->
                configurer.registerCommandHandler(
                    configuration -> maker.apply(configuration::repository)));
    axon = configurer.start();
  }

  private static <T extends Root> AggregateConfigurer<T> aggregate(AggregateType<T> type) {
    return AggregateConfigurer.defaultConfiguration(type.root())
        .configureCommandTargetResolver(
            configuration ->
                message ->
                    new VersionedAggregateIdentifier(
                        (Object) ((Command<?>) message.getPayload()).aggregateId(), null));
  }

  @Override
  public Outcome dispatch(SagaStep step, Object command) {
    return outcomes.computeIfAbsent(step, first -> outcomeOf((Command<?>) command));
  }

  /** Sends a command as a player or a moderator would. */
  Outcome outcomeOf(Command<?> command) {
    // a command within the saga's unit of work would be stored with it, not now
    UnitOfWork<?> sagas = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get() : null;
    if (sagas != null) {
      CurrentUnitOfWork.clear(sagas);
    }
    try {
      Outcome[] outcome = new Outcome[1];
      axon.commandBus()
          .<Command<?>, Object>dispatch(
              new GenericCommandMessage<>(command),
              (message, result) ->
                  outcome[0] =
                      result.isExceptional()
                          ? new Outcome.Rejected((CommandRejected) result.exceptionResult())
                          : new Outcome.Done(result.getPayload(), 0));
      return outcome[0];
    } finally {
      if (sagas != null) {
        CurrentUnitOfWork.set(sagas);
      }
    }
  }

  /** All that was stored, oldest first. */
  List<Object> events() {
    return log.readEvents(null, false).<Object>map(EventMessage::getPayload).toList();
  }
}
