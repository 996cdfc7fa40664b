package io.playledger.eventstore.append;

import io.playledger.eventstore.OutcomeDraft;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events of one command that are not stored yet. */
final class PendingAppend {

  private final List<SerializedEvent> events;
  private final @Nullable OutcomeDraft outcome;
  private final List<QueuedAppend> foundation;
  private final List<AggregateSequence> lookedAt;
  private final QueuedAppend queued;
  private final long sizeBytes;

  /** How often it was sent to the database; used by the writer thread only. */
  private int attempts;

  /**
   * @param outcome can be null
   * @param foundation appends on which it rests; if one is lost, this must not be stored
   * @param lookedAt last known events of other aggregates; if one is followed by another event,
   *     this must not be stored
   */
  PendingAppend(
      List<SerializedEvent> events,
      @Nullable OutcomeDraft outcome,
      List<QueuedAppend> foundation,
      List<AggregateSequence> lookedAt,
      QueuedAppend queued) {
    this.events = events;
    this.outcome = outcome;
    this.foundation = foundation;
    this.lookedAt = lookedAt;
    this.queued = queued;
    long bytes = 0;
    for (SerializedEvent event : events) {
      bytes += event.sizeBytes();
    }
    this.sizeBytes = bytes;
  }

  List<SerializedEvent> events() {
    return events;
  }

  /** Can be null. */
  @Nullable OutcomeDraft outcome() {
    return outcome;
  }

  /** Last events, as far as the command knew, of aggregates that it does not append to. */
  List<AggregateSequence> lookedAt() {
    return lookedAt;
  }

  /** The state of the append, for those who wait for it or rest on it. */
  QueuedAppend queued() {
    return queued;
  }

  long sizeBytes() {
    return sizeBytes;
  }

  int countAttempt() {
    return ++attempts;
  }

  int attempts() {
    return attempts;
  }

  /** Whether it rests on lost events. */
  boolean isStale() {
    for (QueuedAppend one : foundation) {
      if (one.isLost()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it rests on one of these. */
  boolean restsOnAny(Set<QueuedAppend> lost) {
    for (QueuedAppend one : foundation) {
      if (lost.contains(one)) {
        return true;
      }
    }
    return false;
  }

  boolean take() {
    return queued.take();
  }

  void stored(long first) {
    queued.stored(first);
  }

  void failed(RuntimeException failure) {
    queued.failed(failure);
  }

  boolean isSettled() {
    return queued.isSettled();
  }

  boolean hasFailed() {
    return queued.isLost();
  }
}
