/**
 * The other home of the log: Axon Server through its own connector. Start at {@link
 * io.playledger.axonserver.AxonServerEventStorageEngine}.
 */
package io.playledger.axonserver;
