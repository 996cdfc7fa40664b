package io.playledger.saga.ledger;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.command.ExpireHold;
import io.playledger.api.ledger.event.HoldCaptured;
import io.playledger.api.ledger.event.HoldExpired;
import io.playledger.api.ledger.event.HoldPlaced;
import io.playledger.api.ledger.event.HoldReleased;
import io.playledger.runtime.saga.SagaCommands;
import io.playledger.runtime.saga.SagaStep;
import io.playledger.saga.Deadline;
import io.playledger.saga.StepResult;
import java.time.Clock;
import java.util.Set;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;

/** Expires a hold at its time. */
public class HoldExpirySaga {

  public static final String NAME = "hold-expiry";

  static final String EXPIRY = "hold-expiry.due";

  private PlayerId owner;
  private Deadline deadline = new Deadline();

  @StartSaga
  @SagaEventHandler(associationProperty = "hold")
  void on(HoldPlaced event, DeadlineManager deadlines) {
    owner = event.owner();
    deadline.set(
        deadlines, event.expiresAt(), EXPIRY, new HoldExpiryDue(event.hold(), event.expiresAt()));
  }

  @DeadlineHandler(deadlineName = EXPIRY)
  void on(HoldExpiryDue due, SagaCommands commands, Clock clock) {
    deadline
        .met(EXPIRY, due.due(), clock)
        .map(at -> new ExpireHold(due.hold(), owner, at))
        .ifPresent(
            command ->
                commands.require(
                    new SagaStep(NAME, due.hold().toString(), "expire"),
                    command,
                    StepResult.harmless(Set.of(LedgerRejection.HOLD_ENDED))));
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "hold")
  void on(HoldCaptured event, DeadlineManager deadlines) {
    deadline.cancel(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "hold")
  void on(HoldReleased event, DeadlineManager deadlines) {
    deadline.cancel(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "hold")
  void on(HoldExpired event, DeadlineManager deadlines) {
    deadline.cancel(deadlines);
  }
}
