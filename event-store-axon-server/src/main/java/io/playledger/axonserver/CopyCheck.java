package io.playledger.axonserver;

import io.playledger.eventstore.PositionedEventStorageEngine;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Whether a copy is one of this log: not longer, and with the same event at its end. */
final class CopyCheck {

  private final AxonServerSession session;
  private final PositionedEventStorageEngine copy;

  CopyCheck(AxonServerSession session, PositionedEventStorageEngine copy) {
    this.session = session;
    this.copy = copy;
  }

  void run(long copied) {
    if (copied == 0) {
      return;
    }
    long head = Positions.ofIndex(session.lastIndex());
    if (copied > head) {
      throw new ForeignLogException(
          ("The database has the events of a log up to position %d, but %s ends at %d: it is"
                  + " another log, or has lost its end. Use the database that belongs to it.")
              .formatted(copied, session, head));
    }
    String here = copyAt(copied).map(EventMessage::getIdentifier).orElse("none");
    String there = idAt(copied);
    if (!here.equals(there)) {
      throw new ForeignLogException(
          ("At position %d the database has event %s, but %s has %s: they belong to two logs."
                  + " Use the database that belongs to it.")
              .formatted(copied, here, session, there));
    }
  }

  private Optional<? extends TrackedEventMessage<?>> copyAt(long position) {
    try (Stream<? extends TrackedEventMessage<?>> events =
        copy.readEvents(Positions.token(position - 1), false)) {
      return events.findFirst();
    }
  }

  private String idAt(long position) {
    try (BoundedReading reading = new BoundedReading(session, position - 1, position)) {
      return reading.stream().findFirst().map(event -> event.getEventIdentifier()).orElse("none");
    }
  }
}
