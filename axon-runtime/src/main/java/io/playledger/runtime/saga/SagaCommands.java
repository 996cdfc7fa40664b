package io.playledger.runtime.saga;

/** How sagas send commands. A parameter of a saga's handler methods. */
@FunctionalInterface
public interface SagaCommands {

  /**
   * Sends the command of this step and waits for its outcome. The idempotency key derives from the
   * step, so a step that is tried again after a crash is the same command and has the same outcome.
   *
   * <p>Throws on an unknown outcome or a fault: let it pass, the event is then handled again.
   */
  Outcome dispatch(SagaStep step, Object command);

  /** The same, spelt out. */
  default Outcome dispatch(String saga, String sagaId, String step, Object command) {
    return dispatch(new SagaStep(saga, sagaId, step), command);
  }
}
