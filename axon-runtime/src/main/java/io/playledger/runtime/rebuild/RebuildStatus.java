package io.playledger.runtime.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a rebuild.
 *
 * @param id id of the rebuild
 * @param projection name of the projection
 * @param mode whether it switches
 * @param state its state
 * @param eventsDone events of the log that the replay has passed, which is also its position
 * @param eventsTotal events that it must pass: the position of the live projection
 * @param eventsPerSecond average so far
 * @param timeLeft estimate, if known
 * @param startedAt when it started
 * @param endedAt missing while it runs
 * @param tables comparison, empty until it is made
 * @param equal whether all tables were equal; missing until compared
 * @param switched whether rebuilt rows replaced the live ones
 * @param error why it failed, if it did
 */
public record RebuildStatus(
    UUID id,
    String projection,
    RebuildMode mode,
    RebuildState state,
    long eventsDone,
    long eventsTotal,
    double eventsPerSecond,
    @Nullable Duration timeLeft,
    Instant startedAt,
    @Nullable Instant endedAt,
    List<TableComparison> tables,
    @Nullable Boolean equal,
    boolean switched,
    @Nullable String error) {

  /** Copies the list. */
  public RebuildStatus {
    tables = List.copyOf(tables);
  }
}
