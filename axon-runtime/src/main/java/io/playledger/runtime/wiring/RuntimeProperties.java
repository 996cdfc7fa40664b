package io.playledger.runtime.wiring;

import io.playledger.runtime.processor.ProcessorKind;
import io.playledger.runtime.processor.ProcessorSettings;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the runtime.
 *
 * @param nodeId name under which this node claims processors. A single node keeps one name across
 *     restarts and so gets its claims back at once; the default is process id and host, whose
 *     claims a successor gets after the claim timeout
 * @param claimTimeout time after which a silent node's claims are free
 * @param eventStoreSchema schema of the event store's tables
 * @param axonSchema schema of tokens, sagas, deadlines, dead letters and rebuilds
 * @param readModelSchema schema of the live read tables
 * @param aggregatesCachedMax aggregates held in memory
 * @param snapshotEveryEvents events between snapshots of those aggregates that have any; 0 for each
 *     type's own value
 * @param tailEventsMax events at the log's end held in memory
 * @param tailCharsMax characters of the events at the log's end held in memory
 * @param deadlineThreads deadlines handled at the same time
 * @param deadlinePoll how often due deadlines are looked for
 * @param deadlineHeartbeat interval of a node's heartbeat for its due deadlines; after four missed
 *     ones another node, or its successor, takes them over
 * @param processors settings of single processors by kind ({@code projections}, {@code reactions},
 *     {@code sagas}, {@code feeds}) and name
 */
@ConfigurationProperties("playledger.runtime")
public record RuntimeProperties(
    @DefaultValue("") String nodeId,
    @DefaultValue("10s") Duration claimTimeout,
    @DefaultValue("event_store") String eventStoreSchema,
    @DefaultValue("axon") String axonSchema,
    @DefaultValue("read_model") String readModelSchema,
    @DefaultValue("20000") int aggregatesCachedMax,
    @DefaultValue("0") int snapshotEveryEvents,
    @DefaultValue("4096") int tailEventsMax,
    @DefaultValue("33554432") long tailCharsMax,
    @DefaultValue("4") int deadlineThreads,
    @DefaultValue("1s") Duration deadlinePoll,
    @DefaultValue("5s") Duration deadlineHeartbeat,
    @DefaultValue Map<String, Map<String, Overrides>> processors) {

  /** Fills the node's name in. */
  public RuntimeProperties {
    if (nodeId.isBlank()) {
      nodeId = ManagementFactory.getRuntimeMXBean().getName();
    }
    if (snapshotEveryEvents < 0) {
      throw new IllegalArgumentException(
          "playledger.runtime.snapshot-every-events must not be negative");
    }
    processors = Map.copyOf(processors);
  }

  /**
   * Settings of one processor that differ from its kind's defaults; a missing value keeps the
   * default.
   *
   * @param segments parts handled in parallel
   * @param batchSize events per transaction
   */
  public record Overrides(@Nullable Integer segments, @Nullable Integer batchSize) {}

  /** Settings of one processor. */
  ProcessorSettings of(ProcessorKind kind, String name) {
    ProcessorSettings defaults = ProcessorSettings.defaultsOf(kind);
    String group = kind.processorName("").replace(".", "").toLowerCase(Locale.ROOT);
    Overrides overrides = processors.getOrDefault(group, Map.of()).get(name);
    if (overrides == null) {
      return defaults;
    }
    return new ProcessorSettings(
        overrides.segments() == null ? defaults.segments() : overrides.segments(),
        overrides.batchSize() == null ? defaults.batchSize() : overrides.batchSize());
  }
}
