package io.playledger.saga;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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
   * The time of the command that a met deadline causes: now, and never before it was due. A
   * scheduler rounds, and a rule that compares with the deadline must not be answered "too early".
   *
   * @param deadlineName which one was met
   * @param metDue when that was due
   * @return empty where the saga waits for another by now, since a deadline that fires just then
   *     can not be cancelled any more
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
