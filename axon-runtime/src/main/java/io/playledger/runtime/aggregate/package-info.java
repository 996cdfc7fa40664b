/** Aggregates in memory: the cache, their locks, and snapshots taken from it. */
@NullMarked
package io.playledger.runtime.aggregate;

import org.jspecify.annotations.NullMarked;
