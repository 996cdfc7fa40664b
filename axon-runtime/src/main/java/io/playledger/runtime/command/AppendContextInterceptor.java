package io.playledger.runtime.command;

import io.playledger.eventstore.AppendContext;
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

  private static final ThreadLocal<AppendContext> SENDING = new ThreadLocal<>();

  static void with(AppendContext context, Runnable dispatch) {
    SENDING.set(context);
    try {
      dispatch.run();
    } finally {
      SENDING.remove();
    }
  }

  @Override
  public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
      throws Exception {
    AppendContext context = SENDING.get();
    if (context != null) {
      // a handler that sends a command of its own must not hand this context on
      SENDING.remove();
      if (!unitOfWork.isRoot()) {
        throw new IllegalStateException(
            "A command within another is part of it: dispatch it on the bus, without a key");
      }
      context.attachTo(unitOfWork);
      context.defer();
      // the first to register for the commit is called last: all events are queued by then
      unitOfWork.onCommit(
          _ -> {
            CommandLocks.releaseAll(unitOfWork);
            context.awaitStored();
          });
    }
    return chain.proceed();
  }
}
