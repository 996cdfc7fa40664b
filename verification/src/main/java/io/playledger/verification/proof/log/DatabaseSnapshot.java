package io.playledger.verification.proof.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One snapshot of the database, independent of a running server. Results are read by cursor, so
 * their size does not matter.
 */
public final class DatabaseSnapshot implements AutoCloseable {

  private static final int FETCH_ROWS = 1_000;

  private final Connection connection;
  private final JdbcTemplate sql;
  private final Instant takenAt;
  private final long head;

  private DatabaseSnapshot(Connection connection) {
    this.connection = connection;
    this.sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    this.sql.setFetchSize(FETCH_ROWS);
    this.takenAt = this.sql.queryForObject("SELECT now()", OffsetDateTime.class).toInstant();
    this.head = number("SELECT coalesce(max(last_position), 0) FROM event_store.chain");
  }

  public static DatabaseSnapshot of(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    try {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      return new DatabaseSnapshot(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  public JdbcTemplate sql() {
    return sql;
  }

  /** By the database's clock. */
  public Instant takenAt() {
    return takenAt;
  }

  /** The last position of the log, as the hash chain says. */
  public long head() {
    return head;
  }

  /** Whether the log lives in Axon Server, and its events here are a copy. */
  public boolean isCopyOfTheLog() {
    return number("SELECT count(*) FROM event_store.log_home WHERE home = 'axon-server'") > 0;
  }

  /** An outcome stored before that may have been forgotten; the epoch where none was. */
  public Instant outcomesForgottenBefore() {
    return sql.queryForObject(
            "SELECT coalesce(max(stored_before), 'epoch') FROM event_store.outcomes_forgotten",
            OffsetDateTime.class)
        .toInstant();
  }

  public long number(String query, Object... arguments) {
    Long number = sql.queryForObject(query, Long.class, arguments);
    return number == null ? 0 : number;
  }

  /** Shows every row of the log, also those that should not be there. */
  public void scan(List<? extends LogObserver> observers) {
    scan("TRUE", observers);
  }

  /** Shows the rows of the log for which the condition holds. */
  public void scan(String condition, List<? extends LogObserver> observers, Object... arguments) {
    Commands commands = new Commands(observers);
    sql.query(
        "SELECT %s FROM event_store.events WHERE %s ORDER BY position, aggregate_id"
            .formatted(LogRow.COLUMNS, condition),
        row -> {
          commands.see(new LogRow(row));
        },
        arguments);
    commands.ended();
  }

  /** Tells where one command ends and the next begins. */
  private static final class Commands {

    private final List<? extends LogObserver> observers;
    private @Nullable String causation;
    private long last;

    Commands(List<? extends LogObserver> observers) {
      this.observers = observers;
    }

    void see(LogRow row) {
      if (causation != null && !causation.equals(row.causation())) {
        observers.forEach(observer -> observer.commandEnded(last));
      }
      causation = row.causation();
      last = row.position();
      observers.forEach(observer -> observer.see(row));
    }

    void ended() {
      if (causation != null) {
        observers.forEach(observer -> observer.commandEnded(last));
      }
      observers.forEach(LogObserver::ended);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
