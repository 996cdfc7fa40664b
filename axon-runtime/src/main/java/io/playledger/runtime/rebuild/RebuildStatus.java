package io.playledger.runtime.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The progress of a rebuild.
 *
 * @param id id of the rebuild
 * @param projection name of the projection
 * @param mode whether it switches
 * @param state its state
 * @param position up to which the log is replayed
 * @param target position that the replay must reach: that of the live projection
 * @param eventsDone events replayed
 * @param eventsFailed events whose handler failed in the replay
 * @param eventsPerSecond average so far
 * @param timeLeft estimate; null when unknown
 * @param startedAt when it started
 * @param endedAt null while it runs
 * @param tables comparison, empty until it is made
 * @param equal whether all tables were equal; null until compared
 * @param switched whether rebuilt rows replaced the live ones
 * @param error why it failed; null otherwise
 */
public record RebuildStatus(
    UUID id,
    String projection,
    RebuildMode mode,
    RebuildState state,
    long position,
    long target,
    long eventsDone,
    long eventsFailed,
    double eventsPerSecond,
    Duration timeLeft,
    Instant startedAt,
    Instant endedAt,
    List<TableComparison> tables,
    Boolean equal,
    boolean switched,
    String error) {

  /** Copies the list. */
  public RebuildStatus {
    tables = List.copyOf(tables);
  }
}
