package io.playledger.command;

import io.playledger.api.Contexts;
import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.CommandContext;
import io.playledger.command.aggregate.Repositories;
import java.util.List;
import java.util.function.Function;

/** The command side of all registered contexts: the server and the tests wire from here. */
public final class CommandSide {

  private static final List<CommandContext> CONTEXTS =
      Contexts.parts("io.playledger.command", "Context", CommandContext.class);

  private CommandSide() {}

  /** The types of aggregates of all contexts. */
  public static List<AggregateType<?>> aggregates() {
    return CONTEXTS.stream()
        .<AggregateType<?>>flatMap(context -> context.aggregates().stream())
        .toList();
  }

  /**
   * Makers of the objects with {@code @CommandHandler} methods for commands that touch several
   * aggregates, for example called with {@code configuration::repository}.
   */
  public static List<Function<Repositories, Object>> handlers() {
    return CONTEXTS.stream().flatMap(context -> context.handlers().stream()).toList();
  }
}
