package io.playledger.saga.market;

import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.command.ExpireListing;
import io.playledger.api.market.event.ListingClosed;
import io.playledger.api.market.event.ListingCreated;
import io.playledger.api.market.event.ListingExpired;
import io.playledger.api.market.event.ListingReopened;
import io.playledger.api.market.event.ListingReserved;
import io.playledger.api.market.event.ListingSold;
import io.playledger.api.market.event.ListingWithdrawn;
import io.playledger.runtime.saga.SagaCommands;
import io.playledger.runtime.saga.SagaStep;
import io.playledger.saga.Deadline;
import io.playledger.saga.StepResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;

/** Expires a listing at its time. A reserved listing waits for its trade. */
public class ListingExpirySaga {

  public static final String NAME = "listing-expiry";

  static final String EXPIRY = "listing-expiry.due";

  private Instant expiresAt;

  /**
   * Each period on sale is a separate step, because an expiry that was rejected once can be due
   * later.
   */
  private String step = "expire";

  private Deadline deadline = new Deadline();

  @StartSaga
  @SagaEventHandler(associationProperty = "listing")
  void on(ListingCreated event, DeadlineManager deadlines) {
    expiresAt = event.expiresAt();
    deadline.set(deadlines, expiresAt, EXPIRY, new ListingExpiryDue(event.listing(), expiresAt));
  }

  @SagaEventHandler(associationProperty = "listing")
  void on(ListingReserved event, DeadlineManager deadlines) {
    deadline.cancel(deadlines);
  }

  @SagaEventHandler(associationProperty = "listing")
  void on(ListingReopened event, DeadlineManager deadlines) {
    step = "expire-after-" + event.trade();
    deadline.set(deadlines, expiresAt, EXPIRY, new ListingExpiryDue(event.listing(), expiresAt));
  }

  @DeadlineHandler(deadlineName = EXPIRY)
  void on(ListingExpiryDue due, SagaCommands commands, Clock clock) {
    deadline
        .met(EXPIRY, due.due(), clock)
        .map(at -> new ExpireListing(due.listing(), at))
        .ifPresent(
            command ->
                commands.require(
                    new SagaStep(NAME, due.listing().toString(), step),
                    command,
                    StepResult.harmless(Set.of(MarketRejection.LISTING_NOT_ACTIVE))));
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "listing")
  void on(ListingSold event, DeadlineManager deadlines) {
    deadline.cancel(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "listing")
  void on(ListingClosed event, DeadlineManager deadlines) {
    deadline.cancel(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "listing")
  void on(ListingWithdrawn event, DeadlineManager deadlines) {
    deadline.cancel(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "listing")
  void on(ListingExpired event, DeadlineManager deadlines) {
    deadline.cancel(deadlines);
  }
}
