package io.playledger.runtime.sample;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.runtime.sample.CounterMessages.CloseCounter;
import io.playledger.runtime.sample.CounterMessages.CounterClosed;
import io.playledger.runtime.sample.CounterMessages.CounterOpened;
import io.playledger.runtime.sample.CounterMessages.CounterStepped;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.CounterMessages.RaiseTo;
import io.playledger.runtime.sample.CounterMessages.Refused;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.CounterMessages.StepDown;
import io.playledger.runtime.sample.CounterMessages.Total;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Counts up to 1,000. */
public class Counter {

  private static final long LIMIT = 1_000;

  @AggregateIdentifier private String counterId;
  private final Map<String, Long> sums = new HashMap<>();
  private boolean closed;

  Counter() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  void handle(OpenCounter command) {
    apply(new CounterOpened(command.counterId()));
  }

  @CommandHandler
  Total handle(Step command) {
    if (command.by() <= 0) {
      throw new Refused("a step goes up");
    }
    if (closed) {
      throw new Refused("closed");
    }
    long total = sums.getOrDefault("total", 0L) + command.by();
    if (total > LIMIT) {
      throw new Refused("over the limit");
    }
    apply(new CounterStepped(counterId, command.by(), total));
    return new Total(total);
  }

  @CommandHandler
  Total handle(StepDown command) {
    long total = sums.getOrDefault("total", 0L) - command.by();
    if (total < 0) {
      throw new Refused("below nothing");
    }
    apply(new CounterStepped(counterId, -command.by(), total));
    return new Total(total);
  }

  /** Stores nothing where the total is as high already. */
  @CommandHandler
  Total handle(RaiseTo command) {
    long total = sums.getOrDefault("total", 0L);
    if (total < command.total()) {
      apply(new CounterStepped(counterId, command.total() - total, command.total()));
    }
    return new Total(Math.max(total, command.total()));
  }

  @CommandHandler
  void handle(CloseCounter command) {
    if (closed) {
      throw new Refused("closed already");
    }
    apply(new CounterClosed(command.counterId()));
  }

  @EventSourcingHandler
  void on(CounterOpened event) {
    counterId = event.counterId();
  }

  @EventSourcingHandler
  void on(CounterStepped event) {
    sums.put("total", event.total());
  }

  @EventSourcingHandler
  void on(CounterClosed event) {
    closed = true;
  }
}
