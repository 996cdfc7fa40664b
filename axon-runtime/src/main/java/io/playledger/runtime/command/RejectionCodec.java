package io.playledger.runtime.command;

import java.util.Optional;

/**
 * Recognises, stores and restores rejections. Provided by the server, because the rejection type
 * belongs to the api.
 */
public interface RejectionCodec {

  /** Whether this is a rejection rather than an error. */
  boolean isRejection(Throwable failure);

  /** The rejection as JSON for {@link #fromJson}. */
  String toJson(Throwable rejection);

  /** The stored rejection, marked as a repeat. */
  RuntimeException fromJson(String json);

  /**
   * The rejection that corresponds to an exception of the framework, for example Axon's {@code
   * AggregateNotFoundException}; empty if there is none.
   */
  default Optional<RuntimeException> inPlaceOf(Throwable fault) {
    return Optional.empty();
  }
}
