package io.playledger.eventstore;

/**
 * Receives measurements of the event store on the store's own threads. It must be fast and must not
 * throw (an exception is logged and dropped).
 */
public interface EventStoreObserver {

  /** Measures nothing. */
  EventStoreObserver NONE = new EventStoreObserver() {};

  /**
   * A batch is durable.
   *
   * @param commands commands in it
   * @param events events in it
   * @param nanos time from sending it to its acknowledgement
   */
  default void batchStored(int commands, int events, long nanos) {}

  /** Commands still waiting in the queue when the writer took a batch. */
  default void queueLength(int commands) {}

  /** A command lost the race for an (aggregate, sequence). */
  default void conflict() {}

  /** A command was repeated under a key that has an outcome. */
  default void duplicateCommand() {}

  /** A command was refused because the queue was full. */
  default void queueFull() {}

  /** The outcome of a command is unknown. */
  default void outcomeUnknown() {}

  /** The writer lost its connection in the middle of a batch. */
  default void connectionLost() {}

  /** The writer has a new connection. */
  default void connected() {}
}
