package io.playledger.runtime.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Idempotency keys that this node was sent lately. One that comes again is most likely answered
 * already, and is looked up first: as an append it would be refused, and whatever was decided on it
 * meanwhile would be lost with it.
 */
final class RecentKeys {

  private final Set<UUID> keys;

  /** Remembers so many, the last ones. */
  RecentKeys(int max) {
    keys =
        Collections.newSetFromMap(
            new LinkedHashMap<UUID, Boolean>() {
              private static final long serialVersionUID = 1L;

              @Override
              protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
                return size() > max;
              }
            });
  }

  synchronized boolean contains(UUID key) {
    return keys.contains(key);
  }

  synchronized void add(UUID key) {
    keys.add(key);
  }
}
