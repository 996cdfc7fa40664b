/** Keeps the latest snapshots of aggregates. */
package io.playledger.eventstore.snapshot;
