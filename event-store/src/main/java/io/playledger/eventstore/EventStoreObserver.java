package io.playledger.eventstore;

/**
 * What the event store tells whoever measures it. Called on the store's own threads: answer fast
 * and do not throw (a thrown exception is logged and dropped).
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

  /** A command came again under a key that has an outcome. */
  default void duplicateCommand() {}

  /** A command was turned away because the queue was full. */
  default void queueFull() {}

  /** A command's fate could not be found out. */
  default void outcomeUnknown() {}

  /** The writer lost its connection in the middle of a batch. */
  default void connectionLost() {}

  /** The writer has a new connection. */
  default void connected() {}
}
