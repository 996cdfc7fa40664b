package io.playledger.runtime.command;

import io.playledger.eventstore.append.AppendContext;
import io.playledger.runtime.aggregate.CommandLocks;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Puts the sender's {@link AppendContext} on the command's unit of work, and ends the command
 * early: its events are queued under the locks of its aggregates, then the locks are given back,
 * and only then it waits for the disk.
 */
public final class AppendContextInterceptor
    implements MessageHandlerInterceptor<CommandMessage<?>> {

  private static final ThreadLocal<Sending> SENDING = new ThreadLocal<>();

  /** A command that has no unit of work yet. */
  private record Sending(AppendContext context, boolean early) {}

  /**
   * Dispatches with a context.
   *
   * @param early whether the aggregates are unlocked before the events are durable
   */
  static void with(AppendContext context, boolean early, Runnable dispatch) {
    SENDING.set(new Sending(context, early));
    try {
      dispatch.run();
    } finally {
      SENDING.remove();
    }
  }

  @Override
  public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
      throws Exception {
    Sending sending = SENDING.get();
    if (sending != null) {
      // a handler that sends a command of its own must not hand this context on
      SENDING.remove();
      if (!unitOfWork.isRoot()) {
        throw new IllegalStateException(
            "A command within another is part of it: dispatch it on the bus, without a key");
      }
      sending.context().attachTo(unitOfWork);
      if (sending.early()) {
        endEarly(unitOfWork, sending.context());
      }
    }
    return chain.proceed();
  }

  private static void endEarly(UnitOfWork<?> unitOfWork, AppendContext context) {
    context.defer();
    // the first to register for the commit is called last: all events are queued by then
    unitOfWork.onCommit(
        _ -> {
          CommandLocks.releaseAll(unitOfWork);
          context.awaitStored();
        });
  }
}
