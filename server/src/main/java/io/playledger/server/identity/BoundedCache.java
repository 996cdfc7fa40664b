package io.playledger.server.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what was used last, at most so many entries. Safe for many threads. */
final class BoundedCache<K, V> {

  private final Map<K, V> entries;

  BoundedCache(int entriesMax) {
    this.entries = new Bounded<>(entriesMax);
  }

  synchronized V get(K key) {
    return entries.get(key);
  }

  synchronized void put(K key, V value) {
    entries.put(key, value);
  }

  synchronized void remove(K key) {
    entries.remove(key);
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
