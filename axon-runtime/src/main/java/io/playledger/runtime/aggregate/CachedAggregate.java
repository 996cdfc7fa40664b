package io.playledger.runtime.aggregate;

import io.playledger.eventstore.append.AppendContext;
import io.playledger.eventstore.append.QueuedAppend;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcedAggregate;

/**
 * An aggregate in memory, and its last append. Its state can be ahead of the log by queued events;
 * if those are lost, the state is dropped, too. It is used only under the aggregate's lock, except
 * {@link #isSettled} and {@link #overtaken}.
 *
 * @param <T> the root
 */
final class CachedAggregate<T> {

  private EventSourcedAggregate<T> aggregate;
  private volatile QueuedAppend tail;
  private volatile boolean overtaken;

  /**
   * The state for a decision, unless it must be read from the log. The command then depends on the
   * queued events; a command that does not defer its own append waits for them.
   */
  Optional<EventSourcedAggregate<T>> state(Optional<AppendContext> command) {
    QueuedAppend last = tail;
    if (last != null && !last.isStored()) {
      if (aggregate != null
          && !overtaken
          && !last.isLost()
          && command.filter(AppendContext::isDeferred).isPresent()) {
        command.get().restOn(last);
        return Optional.of(aggregate);
      }
      // the log can be read only when all that is on its way has arrived, or never will
      if (!last.awaitSettled()) {
        aggregate = null;
      }
    }
    tail = null;
    if (overtaken) {
      aggregate = null;
      overtaken = false;
    }
    return Optional.ofNullable(aggregate);
  }

  /** Whether no events of it are queued, so that the log is complete. */
  boolean isSettled() {
    QueuedAppend last = tail;
    return last == null || last.isStored() || last.isLost();
  }

  /** Stores the state that was read from the log or just created. */
  void hold(EventSourcedAggregate<T> state) {
    aggregate = Objects.requireNonNull(state);
  }

  boolean holds(EventSourcedAggregate<T> state) {
    return aggregate == state;
  }

  /** Drops a wrong state, but not a newer one that has replaced it. */
  void drop(EventSourcedAggregate<T> state) {
    if (aggregate == state) {
      aggregate = null;
    }
  }

  /** Another node has changed the aggregate: the next command reads the log. */
  void overtaken() {
    overtaken = true;
  }

  /** The state now includes these events. */
  void grew(QueuedAppend append) {
    tail = append;
  }
}
