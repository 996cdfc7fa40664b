package io.playledger.runtime.aggregate;

import io.playledger.eventstore.append.AppendContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes snapshots of the aggregates in memory. Axon's snapshotter reads all events since the last
 * snapshot again, which for a busy aggregate doubles the reads.
 *
 * <p>The state is serialised under the aggregate's lock, and can be ahead of the log. The result
 * waits, without the lock, until all its events are stored; if some are lost, there is no snapshot
 * this time.
 */
public final class CachedSnapshotter implements Snapshotter {

  private static final Logger logger = LoggerFactory.getLogger(CachedSnapshotter.class);

  private final Function<Class<?>, Repository<?>> repositories;
  private final EventStore events;
  private final Serializer serializer;
  private final Executor executor;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  /**
   * @param repositories of the aggregates' types, which answer from the cache
   * @param serializer the event store's own for snapshots: it finds the text already made
   */
  public CachedSnapshotter(
      Function<Class<?>, Repository<?>> repositories,
      EventStore events,
      Serializer serializer,
      Executor executor) {
    this.repositories = repositories;
    this.events = events;
    this.serializer = serializer;
    this.executor = executor;
  }

  @Override
  public void scheduleSnapshot(Class<?> aggregateType, String aggregateId) {
    if (!asked.add(aggregateId)) {
      return;
    }
    try {
      executor.execute(() -> take(aggregateType, aggregateId));
    } catch (RejectedExecutionException closing) {
      asked.remove(aggregateId);
      logger.debug("No snapshot of {} any more", aggregateId, closing);
    }
  }

  private void take(Class<?> aggregateType, String aggregateId) {
    asked.remove(aggregateId);
    AppendContext foundation = AppendContext.withoutKey();
    foundation.defer();
    try {
      DomainEventMessage<?> snapshot = written(aggregateType, aggregateId, foundation);
      if (foundation.awaitFoundation()) {
        events.storeSnapshot(snapshot);
      }
    } catch (RuntimeException e) {
      logger.warn("The snapshot of {} could not be taken: {}", aggregateId, e.toString());
      logger.debug("The snapshot failed here", e);
    }
  }

  private DomainEventMessage<?> written(
      Class<?> aggregateType, String aggregateId, AppendContext foundation) {
    UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
    try {
      foundation.attachTo(unitOfWork);
      Aggregate<?> aggregate = repositories.apply(aggregateType).load(aggregateId);
      DomainEventMessage<?> snapshot =
          new GenericDomainEventMessage<>(
              aggregate.type(), aggregateId, aggregate.version(), root(aggregate));
      snapshot.serializePayload(serializer, String.class);
      return snapshot;
    } finally {
      unitOfWork.rollback();
    }
  }

  private static <T> T root(Aggregate<T> aggregate) {
    return aggregate.invoke(Function.identity());
  }
}
