package io.playledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.eventstore.read.Backlog;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogIT {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  @Test
  void waitingTimeIsThatOfTheOldestUnhandledEvent() throws SQLException {
    try (TestLog log = TestLog.fresh()) {
      Backlog backlog = new Backlog(log.pool(), TestLog.SCHEMA);
      assertThat(backlog.ageMillis(0)).as("an empty log").isZero();

      // batches of 3, 2 and 1 events, stored three, two and one hours ago
      try (Connection connection = log.pool().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(
            """
            INSERT INTO event_store.chain
            SELECT last, first, '', '', '', clock_timestamp() - hours * interval '1 hour'
            FROM (VALUES (3, 1, 3), (5, 4, 2), (6, 6, 1)) AS batch (last, first, hours)
            """);
      }
      assertThat(backlog.ageMillis(0)).isBetween(3 * HOUR, 3 * HOUR + MINUTE);
      assertThat(backlog.ageMillis(2)).as("in the middle of it").isGreaterThanOrEqualTo(3 * HOUR);
      assertThat(backlog.ageMillis(3)).isBetween(2 * HOUR, 2 * HOUR + MINUTE);
      assertThat(backlog.ageMillis(5)).isBetween(HOUR, HOUR + MINUTE);
      assertThat(backlog.ageMillis(6)).as("at the head").isZero();
    }
  }
}
