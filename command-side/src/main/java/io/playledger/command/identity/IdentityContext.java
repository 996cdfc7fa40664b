package io.playledger.command.identity;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.Context;
import java.util.List;

/** Identity's part of the command side. */
public final class IdentityContext {

  private IdentityContext() {}

  public static Context context() {
    return new Context("identity", List.of(AggregateType.of(Player.class)), List.of());
  }
}
