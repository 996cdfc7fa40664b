package io.playledger.runtime.command;

import io.playledger.eventstore.AppendContext;
import io.playledger.eventstore.QueuedAppend;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcedAggregate;

/**
 * An aggregate in memory, and the last append on it. Its state may be ahead of the log by what is
 * still on its way; where that is lost, the state is dropped with it. Used only under the
 * aggregate's lock, but for {@link #isSettled} and {@link #overtaken}.
 *
 * @param <T> the root
 */
final class CachedAggregate<T> {

  private EventSourcedAggregate<T> aggregate;
  private volatile QueuedAppend tail;
  private volatile boolean overtaken;

  /**
   * The state to decide on, unless it must be read from the log. What it is ahead by, the command
   * then rests on; a command that does not defer its own append waits for it.
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

  /** Whether nothing of it is on its way: then the log can tell all there is to know. */
  boolean isSettled() {
    QueuedAppend last = tail;
    return last == null || last.isStored() || last.isLost();
  }

  /** Takes in what was read from the log, or what was just made. */
  void hold(EventSourcedAggregate<T> state) {
    aggregate = Objects.requireNonNull(state);
  }

  boolean holds(EventSourcedAggregate<T> state) {
    return aggregate == state;
  }

  /** That state went wrong; another one that has taken its place since stays. */
  void drop(EventSourcedAggregate<T> state) {
    if (aggregate == state) {
      aggregate = null;
    }
  }

  /** Somebody else has gone on from here: the next command reads the log. */
  void overtaken() {
    overtaken = true;
  }

  /** The state has grown by these events. */
  void grew(QueuedAppend append) {
    tail = append;
  }
}
