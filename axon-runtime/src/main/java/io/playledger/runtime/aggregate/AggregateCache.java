package io.playledger.runtime.aggregate;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cache of the most recently used aggregates with strong references, because every garbage
 * collection clears Axon's weak ones. It is bounded, and striped so that commands on different
 * aggregates do not wait for each other.
 *
 * <p>An aggregate whose events are not stored yet stays until they are stored or lost, because a
 * read from the log would miss them. So the cache can temporarily exceed its bound by the number of
 * commands that wait in the event store.
 */
public final class AggregateCache {

  private static final int STRIPES = 16;

  private final Stripe[] stripes = new Stripe[STRIPES];

  /** A cache for about this many settled aggregates. */
  public AggregateCache(int aggregatesMax) {
    if (aggregatesMax < STRIPES) {
      throw new IllegalArgumentException("aggregatesMax must be at least " + STRIPES);
    }
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe(aggregatesMax / STRIPES);
    }
  }

  private static final class Stripe extends LinkedHashMap<String, CachedAggregate<?>> {

    private static final long serialVersionUID = 1L;

    private final int max;

    Stripe(int max) {
      super(16, 0.75f, true);
      this.max = max;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, CachedAggregate<?>> eldest) {
      Iterator<CachedAggregate<?>> oldestFirst = values().iterator();
      for (int older = size() - 1; size() > max && older > 0; older--) {
        if (oldestFirst.next().isSettled()) {
          oldestFirst.remove();
        }
      }
      return false;
    }
  }

  private Stripe stripe(String key) {
    int hash = key.hashCode();
    return stripes[(hash ^ (hash >>> 16)) & (STRIPES - 1)];
  }

  /** The number of cached aggregates. */
  public int size() {
    int size = 0;
    for (Stripe stripe : stripes) {
      synchronized (stripe) {
        size += stripe.size();
      }
    }
    return size;
  }

  /** The entry of this aggregate; a new, empty one if it has none. */
  @SuppressWarnings("unchecked") // an id belongs to one type forever
  <T> CachedAggregate<T> of(String id) {
    Stripe stripe = stripe(id);
    synchronized (stripe) {
      return (CachedAggregate<T>) stripe.computeIfAbsent(id, _ -> new CachedAggregate<>());
    }
  }

  /** Removes the entry of an aggregate that does not exist. */
  void remove(String id, CachedAggregate<?> place) {
    Stripe stripe = stripe(id);
    synchronized (stripe) {
      stripe.remove(id, place);
    }
  }

  /** Removes all settled aggregates. Commands in progress continue with theirs. */
  public void removeAll() {
    for (Stripe stripe : stripes) {
      synchronized (stripe) {
        stripe.values().removeIf(CachedAggregate::isSettled);
      }
    }
  }
}
