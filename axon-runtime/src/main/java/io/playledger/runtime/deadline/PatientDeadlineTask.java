package io.playledger.runtime.deadline;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Duration;
import java.util.function.Supplier;
import org.axonframework.deadline.dbscheduler.DbSchedulerBinaryDeadlineDetails;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;

/**
 * Axon's deadline task with waits of its own after a failure: 1 s, 2 s, 4 s and so on up to 5
 * minutes. The default is 5 minutes from the first failure on.
 */
public final class PatientDeadlineTask extends OneTimeTask<DbSchedulerBinaryDeadlineDetails> {

  private static final Duration WAIT_MAX = Duration.ofMinutes(5);
  private static final int DOUBLINGS_MAX = 9;

  private final OneTimeTask<DbSchedulerBinaryDeadlineDetails> task;

  /** A task that hands deadlines to this manager, which is made later. */
  public PatientDeadlineTask(Supplier<DbSchedulerDeadlineManager> deadlineManager) {
    this(DbSchedulerDeadlineManager.binaryTask(deadlineManager));
  }

  private PatientDeadlineTask(Task<DbSchedulerBinaryDeadlineDetails> task) {
    super(task.getName(), task.getDataClass(), waitLonger());
    this.task = (OneTimeTask<DbSchedulerBinaryDeadlineDetails>) task;
  }

  private static FailureHandler<DbSchedulerBinaryDeadlineDetails> waitLonger() {
    return (failed, operations) -> {
      int doublings = Math.min(DOUBLINGS_MAX, failed.getExecution().consecutiveFailures);
      Duration wait = Duration.ofSeconds(1L << doublings);
      operations.reschedule(
          failed, failed.getTimeDone().plus(wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait));
    };
  }

  @Override
  public void executeOnce(
      TaskInstance<DbSchedulerBinaryDeadlineDetails> instance, ExecutionContext context) {
    task.executeOnce(instance, context);
  }
}
