package io.playledger.runtime.command;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The aggregates used last, strongly held: Axon's weak references lose them to every garbage
 * collection. Bounded; striped, so that commands on different aggregates do not wait for each
 * other.
 */
public final class AggregateCache {

  private static final int STRIPES = 16;

  private final Stripe[] stripes = new Stripe[STRIPES];

  /** Holds about so many aggregates at most. */
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
      return size() > max;
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

  /** Drops all; commands under way go on with what they hold. */
  public void removeAll() {
    for (Stripe stripe : stripes) {
      synchronized (stripe) {
        stripe.clear();
      }
    }
  }
}
