/**
 * The other home of the log: Axon Server through its own connector. Start at {@link
 * io.playledger.axonserver.AxonServerEventStorageEngine}.
 */
@NullMarked
package io.playledger.axonserver;

import org.jspecify.annotations.NullMarked;
