package io.playledger.saga;

import io.playledger.api.CommandRejected;
import io.playledger.api.RejectionCode;
import io.playledger.runtime.saga.Outcome;
import java.util.Optional;
import java.util.Set;

/** Reads what became of a step. Every outcome is looked at; an unforeseen one stops the saga. */
public final class StepResult {

  private StepResult() {}

  /** Why the step was refused; empty where it was done. */
  public static Optional<RejectionCode> refusal(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> Optional.empty();
      case Outcome.Rejected(CommandRejected rejected) -> Optional.of(rejected.code());
      case Outcome.Rejected(RuntimeException foreign) -> throw foreign;
    };
  }

  /**
   * Expects that the step was done, or refused for a reason that leaves nothing to do: somebody
   * else was faster.
   *
   * @throws IllegalStateException for any other refusal, so that it is retried, then shown
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
