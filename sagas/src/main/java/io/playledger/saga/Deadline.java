package io.playledger.saga;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.deadline.DeadlineManager;
import org.jspecify.annotations.Nullable;

/**
 * The one deadline that a saga waits for, stored with the saga. Only one is open at a time: setting
 * one cancels the other.
 */
public final class Deadline {

  private @Nullable String name;
  private @Nullable String scheduleId;
  private @Nullable Instant due;

  /** No deadline is set. */
  public Deadline() {}

  /**
   * Replaces the deadline by another instant. An instant in the past is met at once.
   *
   * @param message payload for the saga's deadline handler
   */
  public void set(DeadlineManager deadlines, Instant instant, String deadlineName, Object message) {
    cancel(deadlines);
    name = deadlineName;
    due = instant;
    scheduleId = deadlines.schedule(instant, deadlineName, message);
  }

  /** Cancels the deadline. */
  public void cancel(DeadlineManager deadlines) {
    if (scheduleId != null) {
      deadlines.cancelSchedule(name, scheduleId);
      scheduleId = null;
    }
  }

  /**
   * The time of the command that a met deadline causes: now, but never before the deadline. A
   * scheduler rounds, and a rule that compares with the deadline must not reject the command as too
   * early.
   *
   * @param deadlineName name of the met deadline
   * @param metDue when it was due
   * @return empty if the saga waits for another deadline by now, because a deadline that is just
   *     firing cannot be cancelled
   */
  public Optional<Instant> met(String deadlineName, Instant metDue, Clock clock) {
    if (scheduleId == null || !deadlineName.equals(name) || !metDue.equals(due)) {
      return Optional.empty();
    }
    scheduleId = null;
    Instant now = clock.instant();
    return Optional.of(now.isBefore(metDue) ? metDue : now);
  }
}
