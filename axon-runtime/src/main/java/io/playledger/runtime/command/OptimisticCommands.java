package io.playledger.runtime.command;

import io.playledger.eventstore.AppendOutcomeUnknownException;
import io.playledger.eventstore.CommandKey;
import io.playledger.eventstore.CommandOutcomes;
import io.playledger.eventstore.DuplicateCommandException;
import io.playledger.eventstore.EventStoreUnavailableException;
import io.playledger.eventstore.StoredOutcome;
import io.playledger.eventstore.append.AppendContext;
import io.playledger.runtime.aggregate.KnownStates;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Sends a command without first looking up whether it was sent before: the store refuses the second
 * append of a key, and only then (or on a rejection) the first answer is looked up. A command that
 * is sent once, as most are, costs nothing extra. A key that this node has recently received is
 * looked up first.
 *
 * <p>A command whose append was lost is decided again, as are commands based on it. A command that
 * lost twice takes the slow path: it waits for queued events and holds its aggregates until its own
 * events are durable, so it can lose only to other nodes.
 */
public final class OptimisticCommands implements Commands {

  /** Metadata with the number of the attempt: 2 for the second one, absent for the first. */
  public static final String ATTEMPT = "attempt";

  private static final int TRIES_MAX = 5;

  /** A command that has waited this long for others is not decided again. */
  private static final long TRYING_NANOS_MAX = TimeUnit.SECONDS.toNanos(10);

  /** From this attempt on the command waits for queued events and holds its aggregates. */
  private static final int PATIENT_FROM = 3;

  private static final int RECENT_KEYS_MAX = 50_000;

  private final CommandBus commandBus;
  private final CommandOutcomes outcomes;
  private final RejectionCodec rejections;
  private final ResultCodec results;
  private final LongSupplier head;
  private final KnownStates known;
  private final CommandMeter meter;
  private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
  private final RecentKeys recent = new RecentKeys(RECENT_KEYS_MAX);

  /**
   * @param commandBus must handle on the calling thread and have a {@link AppendContextInterceptor}
   * @param head the log's head now
   * @param known of the aggregates that the bus's commands decide on
   */
  public OptimisticCommands(
      CommandBus commandBus,
      CommandOutcomes outcomes,
      RejectionCodec rejections,
      ResultCodec results,
      LongSupplier head,
      KnownStates known,
      CommandMeter meter) {
    this.commandBus = commandBus;
    this.outcomes = outcomes;
    this.rejections = rejections;
    this.results = results;
    this.head = head;
    this.known = known;
    this.meter = meter;
  }

  @Override
  public CommandReply send(CommandRequest request) {
    long started = System.nanoTime();
    String outcome = "failed";
    try {
      CommandReply reply = request.key() == null ? handle(request) : handleOnce(request);
      outcome = reply.replayed() ? "replayed" : "done";
      return reply;
    } catch (IdempotencyKeyReusedException e) {
      outcome = "key-reused";
      throw e;
    } catch (CommandInFlightException e) {
      outcome = "in-flight";
      throw e;
    } catch (CommandConflictException e) {
      outcome = "conflict";
      throw e;
    } catch (OutcomeUnknownException e) {
      outcome = "unknown";
      throw e;
    } catch (RuntimeException e) {
      outcome = rejections.isRejection(e) ? "rejected" : "failed";
      throw e;
    } finally {
      meter.sent(
          request.command().getClass().getSimpleName(),
          outcome,
          Duration.ofNanos(System.nanoTime() - started));
    }
  }

  private CommandReply handleOnce(CommandRequest request) {
    String name = request.key().toString();
    if (!inFlight.add(name)) {
      throw new CommandInFlightException(request.key());
    }
    try {
      if (recent.contains(request.key().key())) {
        Optional<StoredOutcome> first = outcomes.find(request.key().scope(), request.key().key());
        if (first.isPresent()) {
          return firstAnswer(request.key(), first.get());
        }
      }
      return handle(request);
    } finally {
      recent.add(request.key().key());
      inFlight.remove(name);
    }
  }

  private CommandReply handle(CommandRequest request) {
    long began = System.nanoTime();
    for (int tries = 1; ; tries++) {
      AppendContext context = context(request.key());
      CommandResultMessage<?> result = dispatch(request, context, tries);
      try {
        return result.isExceptional()
            ? refused(request.key(), context, unwrapped(result.exceptionResult()))
            : done(request.key(), context, result.getPayload());
      } catch (ConcurrencyException | DeadlockException lost) {
        if (tries == TRIES_MAX || System.nanoTime() - began > TRYING_NANOS_MAX) {
          throw new CommandConflictException(tries, lost);
        }
      } catch (LockAcquisitionFailedException busy) {
        throw new CommandConflictException(tries, busy);
      }
    }
  }

  private CommandReply done(CommandKey key, AppendContext context, Object result) {
    if (context.lastPosition().isPresent()) {
      return new CommandReply(result, context.lastPosition().getAsLong(), false);
    }
    requireNewest(context);
    if (key == null) {
      return new CommandReply(result, head.getAsLong(), false);
    }
    // nothing was stored, so no append could tell whether the key was used before
    CommandOutcomes.Standing standing = outcomes.recordWithoutEvents(key, results.toJson(result));
    return standing.first()
        ? new CommandReply(result, standing.outcome().position(), false)
        : firstAnswer(key, standing.outcome());
  }

  /** An answer that stores nothing would rest on an outdated state. */
  private void requireNewest(AppendContext context) {
    if (!known.areNewest(context)) {
      throw new ConcurrencyException("The command was decided on a state that is not the newest");
    }
  }

  /**
   * The first answer, a rejection, or another outcome. Throws {@link ConcurrencyException} or
   * {@link DeadlockException} if the command must be decided again.
   */
  private CommandReply refused(CommandKey key, AppendContext context, Throwable failure) {
    switch (failure) {
      case DuplicateCommandException duplicate -> {
        return firstAnswer(key, duplicate.outcome());
      }
      case AppendOutcomeUnknownException unknown -> throw new OutcomeUnknownException(unknown);
      case ConcurrencyException lost -> {
        // what the command only looked at may be what it lost by
        known.areNewest(context);
        throw lost;
      }
      case LockAcquisitionFailedException busy -> throw busy;
      // it has waited long enough, and nothing else is to be learnt about it
      case EventStoreUnavailableException away -> throw away;
      default -> {
        // a "no" to state that never came to be is no answer
        if (!context.awaitFoundation()) {
          throw new ConcurrencyException("The command was decided on events that are not stored");
        }
        RuntimeException rejection = asRejection(failure);
        requireNewest(context);
        return rejected(key, rejection);
      }
    }
  }

  private CommandReply rejected(CommandKey key, RuntimeException rejection) {
    if (key == null) {
      throw rejection;
    }
    // records it only where the key has no outcome yet: the first try may have been done, and this
    // one, which looked at the changed state, then gets that answer
    CommandOutcomes.Standing standing = outcomes.recordRejection(key, rejections.toJson(rejection));
    if (standing.first()) {
      throw rejection;
    }
    return firstAnswer(key, standing.outcome());
  }

  private RuntimeException asRejection(Throwable failure) {
    if (rejections.isRejection(failure) && failure instanceof RuntimeException rejection) {
      return rejection;
    }
    Optional<RuntimeException> instead = rejections.inPlaceOf(failure);
    if (instead.isPresent()) {
      return instead.get();
    }
    throw failure instanceof RuntimeException fault
        ? fault
        : new CommandExecutionException("The command failed", failure);
  }

  private CommandReply firstAnswer(CommandKey key, StoredOutcome first) {
    if (!first.answers(key)) {
      throw new IdempotencyKeyReusedException(key);
    }
    if (first.rejected()) {
      throw rejections.fromJson(first.resultJson());
    }
    return new CommandReply(results.fromJson(first.resultJson()), first.position(), true);
  }

  private AppendContext context(CommandKey key) {
    return key == null
        ? AppendContext.withoutKey()
        : AppendContext.keyed(key, resultOfCurrentUnitOfWork());
  }

  private Supplier<String> resultOfCurrentUnitOfWork() {
    return () -> {
      ExecutionResult result = CurrentUnitOfWork.get().root().getExecutionResult();
      return result == null || result.isExceptionResult()
          ? null
          : results.toJson(payload(result.getResult()));
    };
  }

  private static Object payload(Object result) {
    return result instanceof Message<?> message ? message.getPayload() : result;
  }

  private CommandResultMessage<?> dispatch(
      CommandRequest request, AppendContext context, int attempt) {
    MetaData metadata = MetaData.from(request.metadata());
    CommandMessage<Object> message =
        new GenericCommandMessage<>(
            request.command(), attempt == 1 ? metadata : metadata.and(ATTEMPT, attempt));
    CommandResultMessage<?>[] result = new CommandResultMessage<?>[1];
    AppendContextInterceptor.with(
        context,
        attempt < PATIENT_FROM,
        () -> commandBus.dispatch(message, (command, resultMessage) -> result[0] = resultMessage));
    return result[0];
  }

  private static Throwable unwrapped(Throwable failure) {
    return failure instanceof CommandExecutionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
