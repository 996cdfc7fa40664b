package io.playledger.command.reputation;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.CommandContext;
import java.util.List;

/** Reputation's part of the command side. */
public final class ReputationContext implements CommandContext {

  @Override
  public List<AggregateType<?>> aggregates() {
    return List.of(AggregateType.of(PlayerReputation.class));
  }
}
