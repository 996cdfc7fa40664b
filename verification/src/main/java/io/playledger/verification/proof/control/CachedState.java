package io.playledger.verification.proof.control;

import io.playledger.runtime.aggregate.AggregateCache;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * What the cache holds of one aggregate. The runtime lets nobody at it, so a planted bug goes in by
 * reflection.
 */
record CachedState(Object place, Object state) {

  static CachedState of(AggregateCache cache, String aggregateId) {
    try {
      Method of = AggregateCache.class.getDeclaredMethod("of", String.class);
      of.setAccessible(true);
      Object place = of.invoke(cache, aggregateId);
      return new CachedState(place, field(place, "aggregate").get(place));
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException("The aggregate cache is built otherwise now", changed);
    }
  }

  /** As if what was decided on it had been stored. */
  void putBack() {
    if (state == null) {
      return;
    }
    try {
      field(place, "aggregate").set(place, state);
      field(place, "written").set(place, null);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException("The aggregate cache is built otherwise now", changed);
    }
  }

  private static Field field(Object place, String name) throws NoSuchFieldException {
    Field field = place.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
