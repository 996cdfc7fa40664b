package io.playledger.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A cache of the most recently used entries, limited in number. It is thread-safe. */
public final class BoundedCache<K, V> {

  private final Map<K, V> entries;

  public BoundedCache(int entriesMax) {
    this.entries = new Bounded<>(entriesMax);
  }

  /** The cached value; none: the key is not cached. */
  public synchronized @Nullable V get(K key) {
    return entries.get(key);
  }

  /** Caches a value, and removes the least recently used one if there are too many. */
  public synchronized void put(K key, V value) {
    entries.put(key, value);
  }

  /** Removes one entry. */
  public synchronized void remove(K key) {
    entries.remove(key);
  }

  /** Removes all entries with such a value. It visits all entries. */
  public synchronized void removeIf(Predicate<V> such) {
    entries.values().removeIf(such);
  }

  /** Removes all entries. */
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
