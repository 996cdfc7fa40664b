package io.playledger.server.ops;

import io.playledger.runtime.deadline.FailingDeadlines;
import io.playledger.runtime.processor.ProcessorOverview;
import io.playledger.runtime.processor.ProcessorStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * DOWN while a processor that should run does not progress. A processor that an operator paused is
 * listed but is not a failure, and so are deadlines of sagas that keep failing.
 */
final class ProcessorsHealth extends AbstractHealthIndicator {

  private final ProcessorOverview processors;
  private final FailingDeadlines deadlines;

  ProcessorsHealth(ProcessorOverview processors, FailingDeadlines deadlines) {
    super("The processors cannot be asked");
    this.processors = processors;
    this.deadlines = deadlines;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    List<ProcessorStatus> all = processors.processors();
    Map<String, Long> lags = new TreeMap<>();
    Map<String, Long> ages = new TreeMap<>();
    all.forEach(processor -> lags.put(processor.name(), processor.lag()));
    all.forEach(processor -> ages.put(processor.name(), processor.lagMillis()));
    Map<String, String> failing = new TreeMap<>();
    all.stream()
        .filter(processor -> processor.error() != null)
        .forEach(processor -> failing.put(processor.name(), processor.error()));
    List<String> paused =
        all.stream().filter(processor -> !processor.running()).map(ProcessorStatus::name).toList();
    (failing.isEmpty() ? health.up() : health.down())
        .withDetail("lagEvents", lags)
        .withDetail("lagMillis", ages)
        .withDetail("failing", failing)
        .withDetail("paused", paused)
        .withDetail("failingDeadlines", deadlines.count());
  }
}
