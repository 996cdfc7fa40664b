package io.playledger.benchmarks.command;

import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.benchmarks.command.CommandWay.EventTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Holds the stored events against what the callers were told. */
final class PurseAudit {

  private PurseAudit() {}

  /** Throws {@link BenchmarkFailed} naming the first purse that differs. */
  static void check(CommandWay way, PurseLoad load) throws SQLException {
    EventTable table = way.events();
    String sql =
        """
        SELECT %1$s, count(*) - 1, max(%2$s) + 1 - count(DISTINCT %2$s),
          coalesce(sum((%3$s->>'amount')::bigint), 0), coalesce(max((%3$s->>'balance')::bigint), 0)
        FROM %4$s GROUP BY %1$s
        """
            .formatted(table.aggregateId(), table.sequence(), table.payload(), table.name());
    int purses = 0;
    try (Connection connection = way.database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        purses++;
        check(row, load);
      }
    }
    BenchmarkFailed.unless(
        purses == load.purses(),
        "%d purses are stored, %d opened".formatted(purses, load.purses()));
  }

  private static void check(ResultSet row, PurseLoad load) throws SQLException {
    String id = row.getString(1);
    int purse = Integer.parseInt(id.substring(id.indexOf(':') + 1));
    same(id + ": deposits stored", row.getLong(2), load.depositsOf(purse));
    same(id + ": gaps in the sequence", row.getLong(3), 0);
    same(id + ": sum of stored deposits", row.getLong(4), load.balanceOf(purse));
    same(id + ": balance after the last", row.getLong(5), load.balanceOf(purse));
  }

  private static void same(String what, long stored, long told) {
    BenchmarkFailed.unless(stored == told, "%s %d, not %d".formatted(what, stored, told));
  }
}
