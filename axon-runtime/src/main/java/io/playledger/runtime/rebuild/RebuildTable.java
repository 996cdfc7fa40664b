package io.playledger.runtime.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Running and ended rebuilds. */
final class RebuildTable {

  private static final int ERROR_CHARS_MAX = 2_000;

  private final JdbcTemplate jdbc;
  private final String table;
  private final String tables;

  RebuildTable(JdbcTemplate jdbc, String schema) {
    this.jdbc = jdbc;
    this.table = schema + ".rebuild";
    this.tables = schema + ".rebuild_table";
  }

  /** One running rebuild per projection: a unique index refuses a second one. */
  void started(UUID id, String projection, RebuildMode mode, String node) {
    try {
      jdbc.update(
          "INSERT INTO %s (id, projection, mode, state, node) VALUES (?, ?, ?, ?, ?)"
              .formatted(table),
          id,
          projection,
          mode.name(),
          RebuildState.REPLAYING.name(),
          node);
    } catch (DuplicateKeyException e) {
      throw RebuildRefusedException.runningAlready(projection);
    }
  }

  void progress(UUID id, RebuildState state, long position, long target) {
    jdbc.update(
        """
        UPDATE %s SET state = ?, position = ?, target = ?, updated_at = clock_timestamp()
        WHERE id = ?
        """
            .formatted(table),
        state.name(),
        position,
        target,
        id);
  }

  void compared(UUID id, List<TableComparison> comparisons, boolean switched) {
    int ordinal = 0;
    for (TableComparison one : comparisons) {
      jdbc.update(
          "INSERT INTO %s VALUES (?, ?, ?, ?, ?, ?, ?)".formatted(tables),
          id,
          one.table(),
          ordinal++,
          one.liveRows(),
          one.rebuiltRows(),
          one.liveHash(),
          one.rebuiltHash());
    }
    jdbc.update(
        "UPDATE %s SET equal = ?, switched = ? WHERE id = ?".formatted(table),
        comparisons.stream().allMatch(TableComparison::equal),
        switched,
        id);
  }

  void done(UUID id) {
    end(id, RebuildState.DONE, null);
  }

  void failed(UUID id, String error) {
    end(
        id,
        RebuildState.FAILED,
        error.substring(0, Math.min(ERROR_CHARS_MAX, error.length())).replace("\u0000", ""));
  }

  private void end(UUID id, RebuildState state, @Nullable String error) {
    jdbc.update(
        """
        UPDATE %s SET state = ?, error = ?, ended_at = clock_timestamp(),
          updated_at = clock_timestamp()
        WHERE id = ? AND ended_at IS NULL
        """
            .formatted(table),
        state.name(),
        error,
        id);
  }

  List<RebuildStatus> running() {
    return jdbc.query(
        "SELECT * FROM %s WHERE ended_at IS NULL".formatted(table), (row, _) -> read(row));
  }

  Optional<RebuildStatus> find(UUID id) {
    return jdbc
        .query("SELECT * FROM %s WHERE id = ?".formatted(table), (row, _) -> read(row), id)
        .stream()
        .findFirst();
  }

  List<RebuildStatus> latest(int limit) {
    return jdbc.query(
        "SELECT * FROM %s ORDER BY started_at DESC, id DESC LIMIT ?".formatted(table),
        (row, _) -> read(row),
        limit);
  }

  private List<TableComparison> comparisons(UUID id) {
    return jdbc.query(
        "SELECT * FROM %s WHERE rebuild_id = ? ORDER BY ordinal".formatted(tables),
        (row, _) ->
            new TableComparison(
                row.getString("table_name"),
                row.getLong("live_rows"),
                row.getLong("rebuilt_rows"),
                row.getBigDecimal("live_hash"),
                row.getBigDecimal("rebuilt_hash")),
        id);
  }

  private RebuildStatus read(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Instant startedAt = instant(row, "started_at");
    long done = row.getLong("position");
    long total = row.getLong("target");
    double seconds =
        Duration.between(startedAt, instant(row, "updated_at")).toNanos()
            / (double) Duration.ofSeconds(1).toNanos();
    double rate = seconds <= 0 ? 0 : done / seconds;
    return new RebuildStatus(
        id,
        row.getString("projection"),
        RebuildMode.valueOf(row.getString("mode")),
        RebuildState.valueOf(row.getString("state")),
        done,
        total,
        rate,
        rate == 0 ? null : Duration.ofMillis((long) (Math.max(0, total - done) * 1_000 / rate)),
        startedAt,
        instant(row, "ended_at"),
        comparisons(id),
        row.getObject("equal", Boolean.class),
        row.getBoolean("switched"),
        row.getString("error"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
