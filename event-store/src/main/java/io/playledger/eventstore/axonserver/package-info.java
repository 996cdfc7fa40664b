/**
 * The other home of the log: Axon Server through its own connector. Start at {@link
 * io.playledger.eventstore.axonserver.AxonServerEventStorageEngine}. The connector is an optional
 * dependency of the module: whoever uses this package brings it.
 */
package io.playledger.eventstore.axonserver;
