package io.playledger.api.reputation;

import io.playledger.api.Command;
import io.playledger.api.identity.PlayerId;

/** Commands of the reputation context. */
public sealed interface ReputationCommand<R> extends Command<R> permits AdjustReputation {

  PlayerId player();

  @Override
  default String aggregateId() {
    return "reputation-" + player();
  }
}
