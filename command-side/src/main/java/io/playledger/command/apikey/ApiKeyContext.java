package io.playledger.command.apikey;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.CommandContext;
import java.util.List;

/** The part of API keys on the command side. */
public final class ApiKeyContext implements CommandContext {

  @Override
  public List<AggregateType<?>> aggregates() {
    return List.of(AggregateType.of(ApiKey.class));
  }
}
