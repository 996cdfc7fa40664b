/** Aggregates in memory: the cache, their locks, and snapshots taken from it. */
package io.playledger.runtime.aggregate;
