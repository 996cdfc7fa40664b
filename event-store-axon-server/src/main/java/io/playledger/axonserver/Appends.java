package io.playledger.axonserver;

import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.grpc.event.Event;
import io.playledger.eventstore.AppendOutcomeUnknownException;
import io.playledger.eventstore.AppendRefusedException;
import io.playledger.eventstore.EventStoreObserver;
import io.playledger.eventstore.EventStoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Appends to Axon Server and reports the outcome: stored with its position, not stored, or (only if
 * Axon Server does not answer) unknown.
 */
final class Appends {

  private final AxonServerSession session;
  private final PositionWatch watch;
  private final EventStoreObserver observer;

  Appends(AxonServerSession session, PositionWatch watch, EventStoreObserver observer) {
    this.session = session;
    this.watch = watch;
    this.observer = observer;
  }

  /**
   * Appends all or none.
   *
   * @return position of the last of them
   */
  long append(List<Event> events) {
    if (!session.isConnected()) {
      throw new EventStoreUnavailableException(session + " is not connected");
    }
    String lastId = events.getLast().getMessageIdentifier();
    CompletableFuture<Long> position = watch.expect(lastId);
    long started = System.nanoTime();
    try {
      commit(events);
      observer.batchStored(1, events.size(), System.nanoTime() - started);
      return positionOf(position);
    } catch (ExecutionException failed) {
      return settle(events, position, failed.getCause());
    } catch (TimeoutException failed) {
      return settle(events, position, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unknown(interrupted);
    } finally {
      watch.forget(lastId);
    }
  }

  private void commit(List<Event> events)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      AppendEventsTransaction transaction = session.events().startAppendEventsTransaction();
      events.forEach(transaction::appendEvent);
      transaction.commit().get(session.settings().answerWaitMillisMax(), TimeUnit.MILLISECONDS);
    } catch (RuntimeException e) {
      throw new ExecutionException(e);
    }
  }

  /** The events are certainly stored here, at the head at the latest. */
  private long positionOf(CompletableFuture<Long> position) throws InterruptedException {
    try {
      return position.get(session.settings().answerWaitMillisMax(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return Positions.ofIndex(session.lastIndex());
    }
  }

  private long settle(List<Event> events, CompletableFuture<Long> position, Throwable failure) {
    switch (AppendFailure.of(failure)) {
      case CONFLICT -> {
        observer.conflict();
        throw new ConcurrencyException(failure.getMessage(), failure);
      }
      case REFUSED -> throw new AppendRefusedException(failure.getMessage(), failure);
      case NOT_STORED -> throw new EventStoreUnavailableException(failure.getMessage(), failure);
      case UNKNOWN -> observer.connectionLost();
    }
    try {
      return position.get(session.settings().connectWaitMillisMax(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(failure);
    } catch (ExecutionException | TimeoutException notSeen) {
      failure.addSuppressed(notSeen);
      return lookUp(events, failure);
    }
  }

  /**
   * Whether the sequence of the first event is taken by our event, by another one, or (yet) by
   * none.
   */
  private long lookUp(List<Event> events, Throwable failure) {
    Optional<Event> there = there(events.getFirst(), failure);
    if (there.isEmpty()) {
      throw unknown(failure);
    }
    if (there.get().getMessageIdentifier().equals(events.getFirst().getMessageIdentifier())) {
      return Positions.ofIndex(session.lastIndex());
    }
    observer.conflict();
    throw new ConcurrencyException("Another command took the place of this one's events", failure);
  }

  private Optional<Event> there(Event first, Throwable failure) {
    if (first.getAggregateType().isEmpty()) {
      return Optional.empty();
    }
    try {
      return AggregateReading.of(
              session,
              channel ->
                  channel.openAggregateStream(
                      first.getAggregateIdentifier(), first.getAggregateSequenceNumber()))
          .findFirst();
    } catch (EventStoreUnavailableException e) {
      failure.addSuppressed(e);
      return Optional.empty();
    }
  }

  private AppendOutcomeUnknownException unknown(Throwable cause) {
    observer.outcomeUnknown();
    return new AppendOutcomeUnknownException(
        "Nobody knows whether %s stored the events".formatted(session), cause);
  }
}
