package io.playledger.server.ops;

import io.playledger.runtime.processor.ProcessorOverview;
import io.playledger.runtime.processor.ProcessorStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down while a processor that should run does not get on. One that an operator paused is no fault;
 * it is named.
 */
final class ProcessorsHealth implements HealthIndicator {

  private final ProcessorOverview processors;

  ProcessorsHealth(ProcessorOverview processors) {
    this.processors = processors;
  }

  @Override
  public Health health() {
    List<ProcessorStatus> all = processors.processors();
    Map<String, Long> lags = new TreeMap<>();
    all.forEach(processor -> lags.put(processor.name(), processor.lag()));
    List<String> failing =
        all.stream()
            .filter(processor -> processor.error() != null)
            .map(ProcessorStatus::name)
            .toList();
    List<String> paused =
        all.stream().filter(processor -> !processor.running()).map(ProcessorStatus::name).toList();
    return (failing.isEmpty() ? Health.up() : Health.down())
        .withDetail("lagEvents", lags)
        .withDetail("failing", failing)
        .withDetail("paused", paused)
        .build();
  }
}
