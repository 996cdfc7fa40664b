package io.playledger.runtime.processor;

import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads the log itself, from behind a position to its head. */
@FunctionalInterface
public interface LogReader {

  /** A stream to be closed. */
  Stream<? extends TrackedEventMessage<?>> readAfter(long position);
}
