package io.playledger.runtime.saga;

/** A step was rejected for a reason that its saga does not accept. */
public final class StepRejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StepRejectedException(SagaStep step, RuntimeException rejection) {
    super(
        "Step %s of %s %s was rejected: %s"
            .formatted(step.step(), step.saga(), step.sagaId(), rejection),
        rejection);
  }
}
