package io.playledger.axonserver;

import io.playledger.eventstore.PositionedEventStorageEngine;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;

/**
 * Axon Server counts its events from 0, {@link PositionedEventStorageEngine} from 1: the position
 * is the index and one. Both are gapless.
 */
final class Positions {

  private Positions() {}

  static long ofIndex(long index) {
    return index + 1;
  }

  static long indexOf(long position) {
    return position - 1;
  }

  static TrackingToken token(long position) {
    return new GlobalSequenceTrackingToken(position);
  }

  /** Position that a token stands for; 0 for none. */
  static long of(TrackingToken token) {
    TrackingToken lowest = WrappedToken.unwrapLowerBound(token);
    if (lowest == null) {
      return 0;
    }
    if (lowest instanceof GlobalSequenceTrackingToken sequence) {
      return sequence.getGlobalIndex();
    }
    throw new IllegalArgumentException("Not a token of this event log: " + lowest);
  }
}
