package io.playledger.verification.measure;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often each of several things happened; safe for many threads.
 *
 * @param <K> the things
 */
public final class Tally<K extends Comparable<K>> {

  private final Map<K, LongAdder> counts = new ConcurrentHashMap<>();

  public void add(K what) {
    counts.computeIfAbsent(what, ignored -> new LongAdder()).increment();
  }

  public long of(K what) {
    LongAdder count = counts.get(what);
    return count == null ? 0 : count.sum();
  }

  public long total() {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** A copy, in the order of the things. */
  public Map<K, Long> counts() {
    Map<K, Long> copy = new TreeMap<>();
    counts.forEach((what, count) -> copy.put(what, count.sum()));
    return copy;
  }

  /** For example {@code IN_FLIGHT 3, UNAVAILABLE 12}; {@code none} where nothing happened. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    counts()
        .forEach(
            (what, count) ->
                text.append(text.isEmpty() ? "" : ", ").append(what).append(' ').append(count));
    return text.isEmpty() ? "none" : text.toString();
  }
}
