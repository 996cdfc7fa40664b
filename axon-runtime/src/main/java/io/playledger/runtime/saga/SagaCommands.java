package io.playledger.runtime.saga;

/** Sends commands of sagas. It is a parameter of a saga's handler methods. */
@FunctionalInterface
public interface SagaCommands {

  /**
   * Sends the command of this step and waits for its outcome. The idempotency key derives from the
   * step, so a step that is tried again after a crash is the same command and has the same outcome.
   *
   * <p>Throws on an unknown outcome or an error. Do not catch it: the event is then handled again.
   */
  Outcome dispatch(SagaStep step, Object command);

  /** The same with all parts of the step. */
  default Outcome dispatch(String saga, String sagaId, String step, Object command) {
    return dispatch(new SagaStep(saga, sagaId, step), command);
  }
}
