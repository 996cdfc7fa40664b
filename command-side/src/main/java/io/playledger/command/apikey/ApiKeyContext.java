package io.playledger.command.apikey;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.Context;
import java.util.List;

/** The part of API keys on the command side. */
public final class ApiKeyContext {

  private ApiKeyContext() {}

  public static Context context() {
    return new Context("apikey", List.of(AggregateType.of(ApiKey.class)), List.of());
  }
}
