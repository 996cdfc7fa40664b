package io.playledger.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Keeps what was used last, at most so many entries. Safe for many threads. */
public final class BoundedCache<K, V> {

  private final Map<K, V> entries;

  public BoundedCache(int entriesMax) {
    this.entries = new Bounded<>(entriesMax);
  }

  /** Null where it is not kept. */
  public synchronized V get(K key) {
    return entries.get(key);
  }

  /** Keeps it, and forgets what was not used for longest where there are too many. */
  public synchronized void put(K key, V value) {
    entries.put(key, value);
  }

  /** Forgets one. */
  public synchronized void remove(K key) {
    entries.remove(key);
  }

  /** Forgets every one whose value is such; goes through all of them. */
  public synchronized void removeIf(Predicate<V> such) {
    entries.values().removeIf(such);
  }

  /** Forgets all. */
  public synchronized void clear() {
    entries.clear();
  }

  private static final class Bounded<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;
    private static final float LOAD_FACTOR = 0.75f;

    private final int entriesMax;

    Bounded(int entriesMax) {
      super(16, LOAD_FACTOR, true);
      this.entriesMax = entriesMax;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > entriesMax;
    }
  }
}
