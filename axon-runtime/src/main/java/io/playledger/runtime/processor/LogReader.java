package io.playledger.runtime.processor;

import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads the log from a position to its head. */
@FunctionalInterface
public interface LogReader {

  /** A stream, which must be closed. */
  Stream<? extends TrackedEventMessage<?>> readAfter(long position);
}
