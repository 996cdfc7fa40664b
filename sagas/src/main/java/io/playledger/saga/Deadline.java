package io.playledger.saga;

import java.time.Clock;
import java.time.Instant;
import org.axonframework.deadline.DeadlineManager;

/**
 * The one deadline that a saga waits for, as it is kept with the saga. Not more than one is open at
 * a time: setting one cancels the other.
 */
public final class Deadline {

  private String name;
  private String scheduleId;
  private Instant due;

  /** None is set. */
  public Deadline() {}

  /**
   * Waits for another instant from now on; one in the past is met at once.
   *
   * @param message what the saga's handler of that deadline gets
   */
  public void set(DeadlineManager deadlines, Instant instant, String deadlineName, Object message) {
    cancel(deadlines);
    name = deadlineName;
    due = instant;
    scheduleId = deadlines.schedule(instant, deadlineName, message);
  }

  /** Waits for nothing from now on. */
  public void cancel(DeadlineManager deadlines) {
    if (scheduleId != null) {
      deadlines.cancelSchedule(name, scheduleId);
      scheduleId = null;
    }
  }

  /**
   * The time of a command that a deadline caused: now, and never before it was due. A scheduler
   * rounds, and a rule that compares with the deadline must not be answered "too early".
   *
   * @param met when the deadline that was met was due; it need not be the one set last, since one
   *     that fires just then can not be cancelled any more
   */
  public Instant met(Instant met, Clock clock) {
    if (met.equals(due)) {
      scheduleId = null;
    }
    Instant now = clock.instant();
    return now.isBefore(met) ? met : now;
  }
}
