/** Puts the log into Axon Server where {@code playledger.event-store.home} says so. */
@NullMarked
package io.playledger.axonserver.wiring;

import org.jspecify.annotations.NullMarked;
