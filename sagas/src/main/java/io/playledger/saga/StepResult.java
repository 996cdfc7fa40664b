package io.playledger.saga;

import io.playledger.api.CommandRejected;
import io.playledger.api.RejectionCode;
import io.playledger.runtime.saga.Outcome;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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

  /** Accepts rejections with these codes: another command was faster, and nothing is left to do. */
  public static Predicate<RuntimeException> harmless(Set<? extends RejectionCode> codes) {
    return rejection ->
        rejection instanceof CommandRejected rejected && codes.contains(rejected.code());
  }
}
