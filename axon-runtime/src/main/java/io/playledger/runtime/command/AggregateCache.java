package io.playledger.runtime.command;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The aggregates used last, strongly held: Axon's weak references lose them to every garbage
 * collection. Bounded; striped, so that commands on different aggregates do not wait for each
 * other.
 *
 * <p>One whose events are still on their way stays until they are stored or lost: read from the log
 * meanwhile, it would come back as it was before them. So there may be as many more for a while as
 * the event store lets commands wait.
 */
public final class AggregateCache {

  private static final int STRIPES = 16;

  private final Stripe[] stripes = new Stripe[STRIPES];

  /** Holds about so many settled aggregates at most. */
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

  /** How many are held. */
  public int size() {
    int size = 0;
    for (Stripe stripe : stripes) {
      synchronized (stripe) {
        size += stripe.size();
      }
    }
    return size;
  }

  /** The place of this aggregate; an empty one where it has none. */
  @SuppressWarnings("unchecked") // an id belongs to one type for ever
  <T> CachedAggregate<T> of(String id) {
    Stripe stripe = stripe(id);
    synchronized (stripe) {
      return (CachedAggregate<T>) stripe.computeIfAbsent(id, _ -> new CachedAggregate<>());
    }
  }

  /** Gives up the place of an aggregate that is not there. */
  void remove(String id, CachedAggregate<?> place) {
    Stripe stripe = stripe(id);
    synchronized (stripe) {
      stripe.remove(id, place);
    }
  }

  /** Drops all that are settled; commands under way go on with what they hold. */
  public void removeAll() {
    for (Stripe stripe : stripes) {
      synchronized (stripe) {
        stripe.values().removeIf(CachedAggregate::isSettled);
      }
    }
  }
}
