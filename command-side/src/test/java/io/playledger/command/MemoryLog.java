package io.playledger.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * An event log in memory that keeps what the real one promises: an append is whole or not at all,
 * and a sequence number of an aggregate is given once.
 */
public final class MemoryLog implements EventStorageEngine {

  private final List<DomainEventMessage<?>> log = new ArrayList<>();
  private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();
  private final Map<String, DomainEventMessage<?>> snapshots = new HashMap<>();
  private int appends;

  @Override
  public synchronized void appendEvents(List<? extends EventMessage<?>> events) {
    Map<String, Integer> lengths = new HashMap<>();
    for (EventMessage<?> event : events) {
      DomainEventMessage<?> message = (DomainEventMessage<?>) event;
      String id = message.getAggregateIdentifier();
      int length = lengths.getOrDefault(id, streams.getOrDefault(id, List.of()).size());
      if (message.getSequenceNumber() != length) {
        throw new ConcurrencyException(id + " has no room at " + message.getSequenceNumber());
      }
      lengths.put(id, length + 1);
    }
    for (EventMessage<?> event : events) {
      DomainEventMessage<?> message = (DomainEventMessage<?>) event;
      streams
          .computeIfAbsent(message.getAggregateIdentifier(), id -> new ArrayList<>())
          .add(message);
      log.add(message);
    }
    appends++;
  }

  @Override
  public synchronized void storeSnapshot(DomainEventMessage<?> snapshot) {
    snapshots.put(snapshot.getAggregateIdentifier(), snapshot);
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      TrackingToken token, boolean mayBlock) {
    throw new UnsupportedOperationException("Nothing tails this log.");
  }

  @Override
  public synchronized DomainEventStream readEvents(String aggregateId, long firstSequence) {
    List<DomainEventMessage<?>> stream = streams.getOrDefault(aggregateId, List.of());
    int from = Math.min((int) firstSequence, stream.size());
    return DomainEventStream.of(List.copyOf(stream.subList(from, stream.size())));
  }

  @Override
  public synchronized Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
    return Optional.ofNullable(snapshots.get(aggregateId));
  }

  /** How many appends there were. */
  public synchronized int appends() {
    return appends;
  }

  /** The payloads after the first {@code from}, in the order of the log. */
  public synchronized List<Object> payloadsFrom(int from) {
    return log.subList(from, log.size()).stream().<Object>map(EventMessage::getPayload).toList();
  }

  /** Length of the log. */
  public synchronized int size() {
    return log.size();
  }
}
