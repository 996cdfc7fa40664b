package io.playledger.runtime.command;

import io.playledger.eventstore.AppendContext;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Puts the sender's {@link AppendContext} on the command's unit of work. */
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
      context.attachTo(unitOfWork);
      // a handler that sends a command of its own must not hand this context on
      SENDING.remove();
    }
    return chain.proceed();
  }
}
