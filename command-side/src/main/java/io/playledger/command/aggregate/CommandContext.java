package io.playledger.command.aggregate;

import java.util.List;
import java.util.function.Function;

/**
 * The part of one context on the command side. The class is named {@code <prefix>Context}, lies in
 * the context's package and is found by that name.
 */
public interface CommandContext {

  /** Types whose commands and events Axon handles by their annotations. */
  List<AggregateType<?>> aggregates();

  /**
   * Makers of objects with {@code @CommandHandler} methods, for commands that touch several
   * aggregates in one append.
   */
  default List<Function<Repositories, Object>> handlers() {
    return List.of();
  }
}
