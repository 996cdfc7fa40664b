package io.playledger.command;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.Context;
import io.playledger.command.aggregate.Repositories;
import io.playledger.command.identity.IdentityContext;
import io.playledger.command.ledger.LedgerContext;
import java.util.List;

/**
 * All contexts of the command side, in one list: the server and the tests wire from here. A new
 * context is one more line.
 */
public final class CommandSide {

  private static final List<Context> CONTEXTS =
      List.of(IdentityContext.context(), LedgerContext.context());

  private CommandSide() {}

  /** The contexts. */
  public static List<Context> contexts() {
    return CONTEXTS;
  }

  /** The types of aggregates of all contexts. */
  public static List<AggregateType<?>> aggregates() {
    return CONTEXTS.stream()
        .<AggregateType<?>>flatMap(context -> context.aggregates().stream())
        .toList();
  }

  /** New objects with {@code @CommandHandler} methods, one of each kind. */
  public static List<Object> handlers(Repositories repositories) {
    return CONTEXTS.stream()
        .flatMap(context -> context.handlers().stream())
        .map(maker -> maker.apply(repositories))
        .toList();
  }
}
