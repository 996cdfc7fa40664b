package io.playledger.runtime.sample;

import io.playledger.runtime.sample.CounterMessages.CopyTotal;
import io.playledger.runtime.sample.CounterMessages.RaiseTo;
import io.playledger.runtime.sample.CounterMessages.Total;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Looks at one counter and changes another. */
public final class CopyTotalHandler {

  private final Repository<Counter> counters;

  public CopyTotalHandler(Repository<Counter> counters) {
    this.counters = counters;
  }

  @CommandHandler
  Total handle(CopyTotal command) {
    long seen =
        counters
            .load(command.from())
            .invoke(root -> root.handle(new RaiseTo(command.from(), 0)).total());
    return counters.load(command.to()).invoke(root -> root.handle(new RaiseTo(command.to(), seen)));
  }
}
