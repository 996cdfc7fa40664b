package io.playledger.command.aggregate;

import java.util.List;
import java.util.function.Function;

/**
 * What one context brings to the command side.
 *
 * @param name as in the package
 * @param aggregates types whose commands and events Axon handles by their annotations
 * @param handlers makers of objects with {@code @CommandHandler} methods, for commands that touch
 *     several aggregates in one append
 */
public record Context(
    String name, List<AggregateType<?>> aggregates, List<Function<Repositories, Object>> handlers) {

  public Context {
    aggregates = List.copyOf(aggregates);
    handlers = List.copyOf(handlers);
  }
}
