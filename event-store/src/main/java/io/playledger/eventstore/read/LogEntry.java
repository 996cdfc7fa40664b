package io.playledger.eventstore.read;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The messages of one position after upcasting: usually one.
 *
 * @param chars characters of payload and metadata
 */
public record LogEntry(long position, List<TrackedEventMessage<?>> messages, long chars) {}
