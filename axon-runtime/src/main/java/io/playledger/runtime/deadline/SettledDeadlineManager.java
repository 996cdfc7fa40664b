package io.playledger.runtime.deadline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon's deadline manager, except that cancelling a deadline that is just being met is not an
 * error: it cannot be cancelled any more, and the saga ignores it. Axon's own manager throws in
 * this case, which undoes the event that came before the deadline and blocks its whole segment.
 */
public final class SettledDeadlineManager extends DbSchedulerDeadlineManager {

  private static final Logger LOG = LoggerFactory.getLogger(SettledDeadlineManager.class);

  private final Scheduler scheduler;

  /**
   * @param scheduler the same that the builder has
   */
  public SettledDeadlineManager(Builder builder, Scheduler scheduler) {
    super(builder.scheduler(scheduler));
    this.scheduler = scheduler;
  }

  @Override
  public void cancelSchedule(String deadlineName, String scheduleId) {
    runOnPrepareCommitOrNow(() -> cancel(deadlineName, scheduleId));
  }

  private void cancel(String deadlineName, String scheduleId) {
    try {
      scheduler.cancel(new DbSchedulerDeadlineToken(scheduleId));
    } catch (TaskInstanceNotFoundException
        | TaskInstanceCurrentlyExecutingException
        | ExecutionException met) {
      // not there, picked already, or picked between the look and the removal
      LOG.debug("Deadline {} {} is met already: {}", deadlineName, scheduleId, met.getMessage());
    }
  }
}
