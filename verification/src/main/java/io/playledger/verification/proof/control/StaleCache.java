package io.playledger.verification.proof.control;

import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.command.PostTransfer;
import io.playledger.runtime.aggregate.AggregateCache;
import io.playledger.verification.proof.log.CheckName;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The payee's wallet stays in the cache although the transfer lost a race: its next state is built
 * on events that were never stored.
 */
final class StaleCache implements CommandBus {

  private final CommandBus bus;
  private final GenericApplicationContext context;

  private StaleCache(CommandBus bus, GenericApplicationContext context) {
    this.bus = bus;
    this.context = context;
  }

  static Control control() {
    return new LiveBug(
        "stale cache after a conflict",
        CheckName.RECEIPTS_MATCH,
        BeanBug.around(CommandBus.class, StaleCache::new),
        (company, scene) -> {
          company.transfer(0, 1, 2);
          // another node is faster, so that the next transfer loses its first try
          try (OtherNode other = new OtherNode(scene)) {
            other
                .ledger()
                .transfer(UUID.fromString(company.id(0)), UUID.fromString(company.id(2)), 1);
          }
          company.send(company.transferCall(0, 1, 2).keyed(UUID.randomUUID()));
        });
  }

  @Override
  public <C> void dispatch(CommandMessage<C> command) {
    bus.dispatch(command);
  }

  @Override
  public <C, R> void dispatch(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    if (!(command.getPayload() instanceof PostTransfer transfer)) {
      bus.dispatch(command, callback);
      return;
    }
    String payee = AccountId.wallet(transfer.legs().getFirst().to()).toString();
    CachedState before = CachedState.of(context.getBean(AggregateCache.class), payee);
    bus.dispatch(
        command,
        (CommandMessage<? extends C> message, CommandResultMessage<? extends R> result) -> {
          if (result.isExceptional()) {
            before.putBack();
          }
          callback.onResult(message, result);
        });
  }

  @Override
  public Registration subscribe(
      String commandName, MessageHandler<? super CommandMessage<?>> handler) {
    return bus.subscribe(commandName, handler);
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
    return bus.registerDispatchInterceptor(interceptor);
  }

  @Override
  public Registration registerHandlerInterceptor(
      MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
    return bus.registerHandlerInterceptor(interceptor);
  }
}
