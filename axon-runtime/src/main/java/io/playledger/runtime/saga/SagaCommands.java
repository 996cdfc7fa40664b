package io.playledger.runtime.saga;

import java.util.function.Predicate;

/** Sends commands of sagas. It is a parameter of a saga's handler methods. */
@FunctionalInterface
public interface SagaCommands {

  /**
   * Sends the command of this step and waits for its outcome. The idempotency key derives from the
   * step, so a step that is tried again after a crash is the same command and has the same outcome.
   * The saga must act on a rejection; where it cannot, it uses {@link #require}.
   *
   * <p>Throws on an unknown outcome or an error. Do not catch it: the event is then handled again.
   */
  Outcome dispatch(SagaStep step, Object command);

  /**
   * Sends the command of this step and requires that it is done, or rejected for a reason that the
   * saga accepts. Any other rejection is not final: the event becomes a dead letter, and when that
   * is retried, the step is decided anew. Until then the saga must not have acted on the rejection.
   *
   * @throws StepRejectedException for a rejection that is not accepted
   */
  default void require(SagaStep step, Object command, Predicate<RuntimeException> accepted) {
    if (dispatch(step, command) instanceof Outcome.Rejected(RuntimeException rejection)
        && !accepted.test(rejection)) {
      throw new StepRejectedException(step, rejection);
    }
  }

  /** The same with all parts of the step. */
  default Outcome dispatch(String saga, String sagaId, String step, Object command) {
    return dispatch(new SagaStep(saga, sagaId, step), command);
  }
}
