package io.playledger.command.identity;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.CommandContext;
import java.util.List;

/** Identity's part of the command side. */
public final class IdentityContext implements CommandContext {

  @Override
  public List<AggregateType<?>> aggregates() {
    return List.of(AggregateType.of(Player.class));
  }
}
