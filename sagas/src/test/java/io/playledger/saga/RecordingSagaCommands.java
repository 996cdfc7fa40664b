package io.playledger.saga;

import io.playledger.api.CommandRejected;
import io.playledger.api.RejectionCode;
import io.playledger.runtime.saga.Outcome;
import io.playledger.runtime.saga.SagaCommands;
import io.playledger.runtime.saga.SagaStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records the commands of sagas, and answers with success or as arranged. */
public final class RecordingSagaCommands implements SagaCommands {

  private final Map<String, RejectionCode> refusals = new HashMap<>();
  private final Set<String> unknown = new HashSet<>();
  private final List<Sent> sent = new ArrayList<>();

  @Override
  public Outcome dispatch(SagaStep step, Object command) {
    sent.add(new Sent(step, command));
    if (unknown.contains(step.step())) {
      throw new UnknownOutcome();
    }
    RejectionCode refusal = refusals.get(step.step());
    return refusal == null
        ? new Outcome.Done(null, sent.size())
        : new Outcome.Rejected(new CommandRejected(refusal));
  }

  /** From now on the step is refused. */
  public void refuse(String step, RejectionCode code) {
    refusals.put(step, code);
  }

  /** From now on the outcome of the step is unknown. */
  public void loseTheAnswerOf(String step) {
    unknown.add(step);
  }

  /** The step is done from now on. */
  public void answerAgain(String step) {
    unknown.remove(step);
  }

  /** What was sent since the last look. */
  public List<Sent> take() {
    List<Sent> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  /** A command with the step that sent it. */
  public record Sent(SagaStep step, Object command) {}

  /** A timeout, as far as a saga can tell. */
  public static final class UnknownOutcome extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
