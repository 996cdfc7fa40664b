package io.playledger.runtime.command;

import java.util.Optional;

/**
 * How the platform's own "no" is recognised, kept and given again. Provided by the server, since
 * the rejection type belongs to the api.
 */
public interface RejectionCodec {

  /** Whether this is a rule's "no" rather than a fault. */
  boolean isRejection(Throwable failure);

  /** The rejection as JSON, complete enough for {@link #fromJson}. */
  String toJson(Throwable rejection);

  /** The rejection again, as one that was given before. */
  RuntimeException fromJson(String json);

  /**
   * A rejection in place of a fault of the framework that means one, for example Axon's {@code
   * AggregateNotFoundException}; empty to let the fault pass as it is.
   */
  default Optional<RuntimeException> inPlaceOf(Throwable fault) {
    return Optional.empty();
  }
}
