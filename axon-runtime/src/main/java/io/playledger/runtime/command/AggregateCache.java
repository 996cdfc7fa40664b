package io.playledger.runtime.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/**
 * The aggregates used last, strongly held: Axon's weak references lose them to every garbage
 * collection. Bounded; striped, so that commands on different aggregates do not wait for each
 * other. Axon's caching repository removes an entry when its unit of work is rolled back.
 */
public final class AggregateCache implements Cache {

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

  private static final class Stripe extends LinkedHashMap<Object, Object> {

    private static final long serialVersionUID = 1L;

    private final int max;

    Stripe(int max) {
      super(16, 0.75f, true);
      this.max = max;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
      return size() > max;
    }
  }

  private Stripe stripe(Object key) {
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

  @Override
  @SuppressWarnings("unchecked") // the interface's own promise
  public <K, V> V get(K key) {
    Stripe stripe = stripe(key);
    synchronized (stripe) {
      return (V) stripe.get(key);
    }
  }

  @Override
  public void put(Object key, Object value) {
    Stripe stripe = stripe(key);
    synchronized (stripe) {
      stripe.put(key, value);
    }
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    Stripe stripe = stripe(key);
    synchronized (stripe) {
      return stripe.putIfAbsent(key, value) == null;
    }
  }

  @Override
  public boolean remove(Object key) {
    Stripe stripe = stripe(key);
    synchronized (stripe) {
      return stripe.remove(key) != null;
    }
  }

  @Override
  public void removeAll() {
    for (Stripe stripe : stripes) {
      synchronized (stripe) {
        stripe.clear();
      }
    }
  }

  @Override
  public boolean containsKey(Object key) {
    Stripe stripe = stripe(key);
    synchronized (stripe) {
      return stripe.containsKey(key);
    }
  }

  /** Nobody listens: repositories only get, put and remove. */
  @Override
  public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
    return () -> true;
  }
}
