package io.playledger.runtime.aggregate;

import io.playledger.eventstore.append.AppendContext;
import io.playledger.eventstore.append.QueuedAppend;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate in memory, and its last append. Its state can be ahead of the log by queued events;
 * if those are lost, the state is dropped, too. It is used only under the aggregate's lock, except
 * {@link #isSettled}, {@link #wroteAll} and {@link #overtaken}.
 *
 * @param <T> the root
 */
final class CachedAggregate<T> {

  /**
   * What this node has appended to the state in memory.
   *
   * @param after last sequence of the state when it was read or created
   * @param last last sequence of the state now
   * @param tail the last append, until it is known to be stored
   */
  private record Written(long after, long last, @Nullable QueuedAppend tail) {}

  private @Nullable EventSourcedAggregate<T> aggregate;
  private volatile @Nullable Written written;
  private volatile boolean overtaken;

  /**
   * The state for a decision, unless it must be read from the log. The command then depends on the
   * queued events; a command that does not defer its own append waits for them.
   */
  Optional<EventSourcedAggregate<T>> state(Optional<AppendContext> command) {
    QueuedAppend last = tail();
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
    settled();
    if (overtaken) {
      aggregate = null;
      overtaken = false;
    }
    return Optional.ofNullable(aggregate);
  }

  private @Nullable QueuedAppend tail() {
    Written own = written;
    return own == null ? null : own.tail();
  }

  private void settled() {
    Written own = written;
    if (own != null && own.tail() != null) {
      written = aggregate == null ? null : new Written(own.after(), own.last(), null);
    }
  }

  /** Whether no events of it are queued, so that the log is complete. */
  boolean isSettled() {
    QueuedAppend last = tail();
    return last == null || last.isStored() || last.isLost();
  }

  /** Stores the state that was read from the log or just created. */
  void hold(EventSourcedAggregate<T> state) {
    aggregate = state;
    written = new Written(state.version(), state.version(), tail());
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

  /** The state now includes these events, up to this sequence. */
  void grew(QueuedAppend append, long sequence) {
    Written own = written;
    written = new Written(own == null ? sequence : own.after(), sequence, append);
  }

  /**
   * Whether this node has written all stored events after one sequence up to another. Waits for its
   * queued events: whether they are stored is known here a moment later than in the log.
   *
   * @param last the last sequence in the log, read before this call
   */
  boolean wroteAll(long after, long last) {
    Written own = written;
    return own != null
        && own.after() <= after
        && last <= own.last()
        && (own.tail() == null || own.tail().awaitSettled());
  }
}
