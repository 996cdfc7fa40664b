package io.playledger.runtime.deadline;

import org.springframework.jdbc.core.JdbcTemplate;

/** The deadlines that keep failing. They are retried for ever, with growing waits. */
public final class FailingDeadlines {

  /** A deadline that met a lock or an outage has passed by then. */
  private static final int FAILURES_MIN = 3;

  private final JdbcTemplate jdbc;
  private final String sql;

  /**
   * @param schema of the axon tables
   */
  public FailingDeadlines(JdbcTemplate jdbc, String schema) {
    this.jdbc = jdbc;
    this.sql =
        "SELECT count(*) FROM %s.scheduled_tasks WHERE consecutive_failures >= %d"
            .formatted(schema, FAILURES_MIN);
  }

  /** The number of deadlines that have failed at least three times in a row. */
  public long count() {
    Long count = jdbc.queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }
}
