package io.playledger.runtime.wiring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.playledger.eventstore.EventStoreObserver;
import io.playledger.runtime.command.CommandMeter;
import io.playledger.runtime.deadletter.DeadLetterTable;
import io.playledger.runtime.deadline.FailingDeadlines;
import io.playledger.runtime.processor.EventProcessors;
import io.playledger.runtime.processor.Processor;
import io.playledger.runtime.processor.ProcessorKind;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * The meters: {@code playledger.commands} (by type and outcome, with a latency histogram), {@code
 * playledger.events.*} of the store, {@code playledger.processor.lag} (events), {@code .lag.age}
 * (time), {@code .dead.letters}, {@code playledger.sagas} (by name) and {@code
 * playledger.deadlines.failing}.
 */
public final class RuntimeMetrics implements CommandMeter {

  private final MeterRegistry registry;

  /** Registers its meters with this registry. */
  public RuntimeMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void sent(String command, String outcome, Duration took) {
    Timer.builder("playledger.commands")
        .description("Commands sent, until their answer")
        .tag("type", command)
        .tag("outcome", outcome)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofSeconds(30))
        .register(registry)
        .record(took);
  }

  EventStoreObserver eventStoreObserver() {
    Counter events = counter("playledger.events.appended", "Events stored");
    Counter conflicts = counter("playledger.events.conflicts", "Commands that lost a race");
    Counter duplicates = counter("playledger.events.duplicates", "Commands that came again");
    Counter full = counter("playledger.events.queue.full", "Commands turned away");
    Counter unknown = counter("playledger.events.outcome.unknown", "Appends of unknown outcome");
    Counter lost = counter("playledger.events.connection.lost", "Connections lost by the writer");
    DistributionSummary batch =
        DistributionSummary.builder("playledger.events.batch").register(registry);
    Timer commit = Timer.builder("playledger.events.commit").register(registry);
    return new EventStoreObserver() {
      @Override
      public void batchStored(int commands, int stored, long nanos) {
        events.increment(stored);
        batch.record(stored);
        commit.record(nanos, TimeUnit.NANOSECONDS);
      }

      @Override
      public void conflict() {
        conflicts.increment();
      }

      @Override
      public void duplicateCommand() {
        duplicates.increment();
      }

      @Override
      public void queueFull() {
        full.increment();
      }

      @Override
      public void outcomeUnknown() {
        unknown.increment();
      }

      @Override
      public void connectionLost() {
        lost.increment();
      }
    };
  }

  void watch(
      EventProcessors processors,
      LongSupplier head,
      DeadLetterTable deadLetters,
      FailingDeadlines deadlines,
      ToLongFunction<String> sagaCount) {
    Gauge.builder("playledger.deadlines.failing", deadlines::count)
        .description("Deadlines of sagas that failed at least three times in a row")
        .register(registry);
    for (Processor processor : processors.all()) {
      Gauge.builder(
              "playledger.processor.lag",
              () -> Math.max(0, head.getAsLong() - processors.position(processor)))
          .description("Events that the processor has not handled yet")
          .tag("processor", processor.name())
          .register(registry);
      TimeGauge.builder(
              "playledger.processor.lag.age",
              () -> processors.lagMillis(processor),
              TimeUnit.MILLISECONDS)
          .description("How long the oldest of them has been waiting")
          .tag("processor", processor.name())
          .register(registry);
      if (processor.kind() != ProcessorKind.FEED) {
        Gauge.builder(
                "playledger.processor.dead.letters", () -> deadLetters.count(processor.name()))
            .tag("processor", processor.name())
            .register(registry);
      }
      if (processor.kind() == ProcessorKind.SAGA) {
        Gauge.builder("playledger.sagas", () -> sagaCount.applyAsLong(processor.shortName()))
            .description("Processes that have not ended")
            .tag("saga", processor.shortName())
            .register(registry);
      }
    }
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }
}
