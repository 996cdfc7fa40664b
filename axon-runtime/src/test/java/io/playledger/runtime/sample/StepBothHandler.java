package io.playledger.runtime.sample;

import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.CounterMessages.StepBoth;
import io.playledger.runtime.sample.CounterMessages.Total;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Steps two counters in one append, or none: loads them in the order of their ids. */
public final class StepBothHandler {

  private final Repository<Counter> counters;

  public StepBothHandler(Repository<Counter> counters) {
    this.counters = counters;
  }

  @CommandHandler
  Total handle(StepBoth command) {
    return new Total(
        Stream.of(command.one(), command.another()).sorted().map(counters::load).toList().stream()
            .mapToLong(
                counter ->
                    counter.invoke(
                        root -> root.handle(new Step(command.one(), command.by())).total()))
            .sum());
  }
}
