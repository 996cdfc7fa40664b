package io.playledger.server.ops;

import io.playledger.runtime.rebuild.RebuildMode;
import io.playledger.runtime.rebuild.RebuildState;
import io.playledger.runtime.rebuild.RebuildStatus;
import io.playledger.runtime.rebuild.TableComparison;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a rebuild.
 *
 * @param eventsDone events of the log that the replay has passed, which is also its position
 * @param eventsTotal events that it must pass: the position of the live projection
 * @param timeLeft estimate; none: unknown
 * @param tables live against rebuilt; empty until compared
 * @param equal whether all tables were equal; none: not compared yet
 * @param switched whether rebuilt rows replaced the live ones
 * @param error why it failed
 */
record RebuildView(
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
    List<TableView> tables,
    @Nullable Boolean equal,
    boolean switched,
    @Nullable String error) {

  /** One table; a hash is the sum of the 64-bit hashes of its rows. */
  record TableView(
      String table,
      long liveRows,
      long shadowRows,
      BigDecimal liveHash,
      BigDecimal shadowHash,
      boolean equal) {

    static TableView of(TableComparison table) {
      return new TableView(
          table.table(),
          table.liveRows(),
          table.rebuiltRows(),
          table.liveHash(),
          table.rebuiltHash(),
          table.equal());
    }
  }

  static RebuildView of(RebuildStatus status) {
    return new RebuildView(
        status.id(),
        status.projection(),
        status.mode(),
        status.state(),
        status.eventsDone(),
        status.eventsTotal(),
        status.eventsPerSecond(),
        status.timeLeft(),
        status.startedAt(),
        status.endedAt(),
        status.tables().stream().map(TableView::of).toList(),
        status.equal(),
        status.switched(),
        status.error());
  }
}
