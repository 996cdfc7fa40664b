/** Puts the log into Axon Server where {@code playledger.event-store.home} says so. */
package io.playledger.axonserver.wiring;
