package io.playledger.saga;

import io.playledger.api.CommandRejected;
import io.playledger.api.RejectionCode;
import io.playledger.runtime.saga.Outcome;
import java.util.Optional;
import java.util.Set;

/** The result of a step. Every outcome is checked; an unexpected one stops the saga. */
public final class StepResult {

  private StepResult() {}

  /** The reason of the rejection; empty if the step was done. */
  public static Optional<RejectionCode> refusal(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> Optional.empty();
      case Outcome.Rejected(CommandRejected rejected) -> Optional.of(rejected.code());
      case Outcome.Rejected(RuntimeException foreign) -> throw foreign;
    };
  }

  /**
   * Requires that the step was done, or was rejected because another command was faster and nothing
   * is left to do.
   *
   * @throws IllegalStateException for any other rejection, so that the event is retried and then
   *     becomes a dead letter
   */
  public static void doneOr(Set<? extends RejectionCode> harmless, Outcome outcome) {
    refusal(outcome)
        .filter(code -> !harmless.contains(code))
        .ifPresent(
            code -> {
              throw new IllegalStateException("Refused unexpectedly: " + code.name());
            });
  }
}
