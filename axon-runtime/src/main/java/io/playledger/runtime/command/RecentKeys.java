package io.playledger.runtime.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Idempotency keys that this node has recently received. A repeated key most likely has an answer,
 * so it is looked up first: its append would be refused, and commands based on it would be lost
 * with it.
 */
final class RecentKeys {

  private final Set<UUID> keys;

  /** Remembers this number of recent keys. */
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
