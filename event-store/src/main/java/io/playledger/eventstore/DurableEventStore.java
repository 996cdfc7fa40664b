package io.playledger.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStore;

/** An event store that keeps what it has confirmed across a crash. */
public interface DurableEventStore extends EventStore {}
