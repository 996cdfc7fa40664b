package io.playledger.command.reputation;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.Context;
import java.util.List;

/** Reputation's part of the command side. */
public final class ReputationContext {

  private ReputationContext() {}

  public static Context context() {
    return new Context("reputation", List.of(AggregateType.of(PlayerReputation.class)), List.of());
  }
}
