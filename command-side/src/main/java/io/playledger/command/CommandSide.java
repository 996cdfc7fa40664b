package io.playledger.command;

import io.playledger.api.Context;
import io.playledger.api.Contexts;
import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.CommandContext;
import io.playledger.command.aggregate.Repositories;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The command side of all registered contexts: the server and the tests wire from here. */
public final class CommandSide {

  private static final Map<Context, CommandContext> CONTEXTS = contexts();
  private static final Map<String, AggregateType<?>> AGGREGATES = byName();

  private CommandSide() {}

  /** The types of aggregates of all contexts. */
  public static List<AggregateType<?>> aggregates() {
    return List.copyOf(AGGREGATES.values());
  }

  /**
   * The types of aggregates by the names under which their events and snapshots are stored, for
   * example {@code ledger.Wallet}.
   */
  public static Map<String, AggregateType<?>> aggregatesByName() {
    return AGGREGATES;
  }

  private static Map<Context, CommandContext> contexts() {
    Map<Context, CommandContext> parts = new LinkedHashMap<>();
    for (Context context : Contexts.all()) {
      context
          .part("io.playledger.command", "Context", CommandContext.class)
          .ifPresent(part -> parts.put(context, part));
    }
    return Collections.unmodifiableMap(parts);
  }

  private static Map<String, AggregateType<?>> byName() {
    Map<String, AggregateType<?>> types = new LinkedHashMap<>();
    CONTEXTS.forEach(
        (context, part) ->
            part.aggregates().forEach(type -> types.put(context.storedName(type.root()), type)));
    return Collections.unmodifiableMap(types);
  }

  /**
   * Makers of the objects with {@code @CommandHandler} methods for commands that touch several
   * aggregates, for example called with {@code configuration::repository}.
   */
  public static List<Function<Repositories, Object>> handlers() {
    return CONTEXTS.values().stream().flatMap(part -> part.handlers().stream()).toList();
  }
}
