package io.playledger.runtime.aggregate;

import io.playledger.eventstore.append.AppendContext;
import java.util.Objects;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Loads aggregates from the cache, where their state can be ahead of the log: a command continues
 * from the queued events of the one before. It replaces Axon's caching repository, which drops an
 * aggregate by its id whenever a unit of work is rolled back, even if the aggregate was reloaded
 * since, and even after a rejection, which changes nothing.
 *
 * @param <T> the root
 */
public final class CachingRepository<T> extends EventSourcingRepository<T> {

  private final AggregateCache cache;

  /**
   * @param builder with {@link CommandLocks} and no cache of its own
   */
  public CachingRepository(Builder<T> builder, AggregateCache cache) {
    super(builder);
    this.cache = cache;
  }

  @Override
  protected EventSourcedAggregate<T> doLoadWithLock(String id, Long expectedVersion) {
    CachedAggregate<T> cached = cache.of(id);
    EventSourcedAggregate<T> aggregate =
        cached.state(AppendContext.current()).orElseGet(() -> read(cached, id, expectedVersion));
    if (aggregate.isDeleted()) {
      throw new AggregateDeletedException(id);
    }
    AppendContext.current().ifPresent(context -> context.lookedAt(id, aggregate.version()));
    watch(cached, aggregate, aggregate.version());
    return aggregate;
  }

  private EventSourcedAggregate<T> read(
      CachedAggregate<T> cached, String id, Long expectedVersion) {
    try {
      EventSourcedAggregate<T> aggregate = super.doLoadWithLock(id, expectedVersion);
      cached.hold(aggregate);
      return aggregate;
    } catch (RuntimeException notRead) {
      // ids that nobody has would drive out those in use
      cache.remove(id, cached);
      throw notRead;
    }
  }

  @Override
  protected void doSaveWithLock(EventSourcedAggregate<T> aggregate) {
    super.doSaveWithLock(aggregate);
    keep(aggregate);
  }

  @Override
  protected void doDeleteWithLock(EventSourcedAggregate<T> aggregate) {
    super.doDeleteWithLock(aggregate);
    keep(aggregate);
  }

  /**
   * An aggregate that was just created is not cached yet; nor is one whose entry was replaced
   * meanwhile.
   */
  private void keep(EventSourcedAggregate<T> aggregate) {
    if (aggregate.version() == null) {
      return;
    }
    CachedAggregate<T> cached = cache.of(aggregate.identifierAsString());
    if (!cached.holds(aggregate)) {
      cached.hold(aggregate);
      watch(cached, aggregate, null);
    }
  }

  /**
   * Keeps the cached state consistent with the outcome of the command.
   *
   * @param version before the command, if the aggregate had one
   */
  private static <T> void watch(
      CachedAggregate<T> cached, EventSourcedAggregate<T> aggregate, @Nullable Long version) {
    AppendContext.current()
        .ifPresent(
            context ->
                context.whenQueued(
                    append -> {
                      if (!Objects.equals(aggregate.version(), version)) {
                        cached.grew(append, aggregate.version());
                      }
                    }));
    UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
    unitOfWork.onRollback(
        _ -> {
          // once the locks are given back, what became of the append tells the next one
          if (!CommandLocks.areReleased(unitOfWork)
              && !Objects.equals(aggregate.version(), version)) {
            cached.drop(aggregate);
          }
        });
  }
}
