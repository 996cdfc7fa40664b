package io.playledger.runtime.sample;

import io.playledger.runtime.saga.Outcome;
import io.playledger.runtime.saga.SagaCommands;
import io.playledger.runtime.sample.CounterMessages.CloseCounter;
import io.playledger.runtime.sample.CounterMessages.CloseDue;
import io.playledger.runtime.sample.CounterMessages.CounterClosed;
import io.playledger.runtime.sample.CounterMessages.CounterStepped;
import java.time.Duration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;

/** Closes a counter some time after it reached 100. */
public class ClosingSaga {

  /** How long after. */
  public record Window(Duration time) {}

  /** What makes the handler end in an error. */
  public static final long DEADLY_STEP = 66;

  /** Whether it does. */
  public static volatile boolean deadly;

  private String counterId;
  private boolean waiting;

  @StartSaga
  @SagaEventHandler(associationProperty = "counterId")
  void on(CounterStepped event, DeadlineManager deadlines, Window window) {
    counterId = event.counterId();
    if (deadly && event.by() == DEADLY_STEP) {
      throw new NoClassDefFoundError("io/playledger/runtime/Gone");
    }
    if (event.total() >= 100 && !waiting) {
      waiting = true;
      deadlines.schedule(window.time(), "close", new CloseDue(counterId));
    }
  }

  @DeadlineHandler(deadlineName = "close")
  void due(CloseDue due, SagaCommands commands) {
    Outcome outcome =
        commands.dispatch("closing", due.counterId(), "close", new CloseCounter(due.counterId()));
    if (outcome instanceof Outcome.Rejected) {
      SagaLifecycle.end();
    }
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "counterId")
  void on(CounterClosed event) {}
}
