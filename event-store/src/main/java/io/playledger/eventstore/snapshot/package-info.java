/** Keeps the latest snapshots of aggregates. */
@NullMarked
package io.playledger.eventstore.snapshot;

import org.jspecify.annotations.NullMarked;
