package io.playledger.runtime.saga;

import io.playledger.eventstore.CommandOutcomes;
import io.playledger.runtime.command.CommandReply;
import io.playledger.runtime.command.CommandRequest;
import io.playledger.runtime.command.Commands;
import io.playledger.runtime.command.OutcomeUnknownException;
import io.playledger.runtime.command.RejectionCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Sends a saga's commands with the key of their step. A command runs on its own thread, because in
 * the saga's unit of work and transaction its events would not be stored before the saga's batch.
 */
public final class KeyedSagaCommands implements SagaCommands {

  private final Commands commands;
  private final RejectionCodec rejections;
  private final CommandOutcomes outcomes;

  /**
   * @param outcomes in which those commands keep their answers
   */
  public KeyedSagaCommands(Commands commands, RejectionCodec rejections, CommandOutcomes outcomes) {
    this.commands = commands;
    this.rejections = rejections;
    this.outcomes = outcomes;
  }

  @Override
  public Outcome dispatch(SagaStep step, Object command) {
    return decided(step, command).outcome();
  }

  @Override
  public void require(SagaStep step, Object command, Predicate<RuntimeException> accepted) {
    Decided decided = decided(step, command);
    if (decided.outcome() instanceof Outcome.Rejected(RuntimeException rejection)
        && !accepted.test(rejection)) {
      outcomes.recordWithoutEvents(decided.by().notAccepted().commandKey(command), null);
      throw new StepRejectedException(step, rejection);
    }
  }

  /** The outcome of a step, and the attempt that has it. */
  private record Decided(SagaStep by, Outcome outcome) {}

  /**
   * The first attempt that is done, or whose rejection the saga has not refused to accept. The
   * rejection of an earlier attempt stays under its key, so a late append of that one is refused.
   */
  private Decided decided(SagaStep step, Object command) {
    for (int attempt = 0; ; attempt++) {
      SagaStep by = step.attempt(attempt);
      Outcome outcome = send(by, command);
      if (outcome instanceof Outcome.Done
          || outcomes.find(step.scope(), by.notAccepted().key()).isEmpty()) {
        return new Decided(by, outcome);
      }
    }
  }

  private Outcome send(SagaStep step, Object command) {
    CommandRequest request = new CommandRequest(command, metadata(step), step.commandKey(command));
    FutureTask<CommandReply> sending = new FutureTask<>(() -> commands.send(request));
    Thread.ofVirtual().name("saga-command-" + step.saga()).start(sending);
    try {
      CommandReply reply = sending.get();
      return new Outcome.Done(reply.result(), reply.position());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutcomeUnknownException(e);
    } catch (ExecutionException e) {
      return rejectedOrThrow(e.getCause());
    }
  }

  private Outcome rejectedOrThrow(Throwable failure) {
    if (failure instanceof RuntimeException rejection && rejections.isRejection(rejection)) {
      return new Outcome.Rejected(rejection);
    }
    if (failure instanceof RuntimeException fault) {
      throw fault;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException("commands fail with unchecked exceptions only", failure);
  }

  private static Map<String, Object> metadata(SagaStep step) {
    Map<String, Object> metadata = new HashMap<>();
    if (CurrentUnitOfWork.isStarted()) {
      metadata.putAll(CurrentUnitOfWork.correlationData());
    }
    // the saga is the actor; its cause is found by the correlation id
    metadata.put("actorId", "saga:" + step.saga());
    metadata.put("actorRole", "system");
    metadata.put("idempotencyKey", step.key().toString());
    metadata.remove("clientAddressHash");
    metadata.putIfAbsent("correlationId", step.key().toString());
    return metadata;
  }
}
